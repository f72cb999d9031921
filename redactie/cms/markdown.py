"""The text field of the CMS: a plain textarea that grows, with a small toolbar, a picker and tips for plain language.

No rich text editor: what is typed is what is kept, and nothing is loaded from another host. What could be plainer is
said by `redactie/taalcheck.py`; a tip never stops anybody.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.widgets import AdminAutoHeightTextInput

from redactie.cms.taal import SJABLOON, taaltips


class TekstInput(AdminAutoHeightTextInput):
    """Browsers send line ends as CR LF. Kept that way, every text of more than one line would seem to be changed."""

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=[versioned_static("redactie/taal.js")])

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-taal"] = reverse("antwoord_taal")
        return context

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        tips = render_to_string(SJABLOON, {"tips": taaltips(value or "")})
        return super().render(name, value, attrs, renderer) + tips

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        waarde = super().value_from_datadict(data, files, name)
        return waarde.replace("\r\n", "\n") if isinstance(waarde, str) else waarde


class MarkdownInput(TekstInput):
    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"data-markdown": "", "spellcheck": "true", **(attrs or {})})

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=[Script("redactie/markdown.js", type="module")])

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-invoegen"] = reverse("antwoord_invoegen")
        return context


class PlatteTekstInput(TekstInput):
    """For a text without mark-up."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"spellcheck": "true", **(attrs or {})})
