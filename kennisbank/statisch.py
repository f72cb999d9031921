"""Static files under names with a hash of their content, kept by browsers for ever: also the modules of the desk.

Without this a module is imported by its plain name, and a browser may run a new module with an old one that it kept.
How they are collected stands in `redactie/statisch.py`.
"""

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):
    """Of our own modules only: what Wagtail brings was bundled, and may say `import` in a text.

    Modules may not import each other in a circle: the hash of one is part of the other.
    """

    support_js_module_import_aggregation = True
    _js_module_import_aggregation_patterns = (
        "kennisbank/*.js",
        HashedFilesMixin._js_module_import_aggregation_patterns[1],
    )
