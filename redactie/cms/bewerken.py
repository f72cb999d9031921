"""The create and edit views that all screens of the CMS share."""

from __future__ import annotations

from wagtail.snippets.views.snippets import CreateView, EditView

from redactie.cms.publiceren import Publiceerbaar
from redactie.cms.verouderd import NietVerouderd


class AanmakenView(Publiceerbaar, CreateView):
    pass


class BewerkenView(NietVerouderd, Publiceerbaar, EditView):
    pass
