"""A field for several things out of a long list: the chosen ones as check boxes, a text field that searches for more.

What there is to choose comes from a `Bron`. Without a script, a name typed in full does the same work.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django import forms
from django.forms.utils import flatatt
from django.forms.widgets import Script
from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views import View

HOOGSTENS = 20


@dataclass(frozen=True, slots=True)
class Optie:
    """`bij` says more of it in small print; `chip` that something is the matter with it."""

    waarde: str
    label: str
    bij: str = ""
    chip: str = ""

    def als_json(self) -> dict[str, str]:
        return {"waarde": self.waarde, "label": self.label, "bij": self.bij}


class Bron(Protocol):
    zoekadres: str
    """Name of the URL of its `ZoekView`."""

    def opties(self, waarden: Sequence[str], veld: MeerKiezer) -> list[Optie]:
        """What was chosen, in that order; something for an unknown value too."""

    def waarde_van(self, tekst: str, veld: MeerKiezer) -> str | None:
        """The value of what somebody typed in full."""


class Gekozen(list[str]):
    """Values out of a form; `getypt` is what still stood in the text field and is nothing that can be chosen."""

    getypt: str = ""


class MeerKiezer(forms.Widget):
    """`choices` is set by fields that have a queryset; a source may read it."""

    choices: Any = ()

    def __init__(self, bron: Bron, *, zoeknaam: str, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.bron, self.zoeknaam = bron, zoeknaam

    @property
    def media(self) -> forms.Media:
        return forms.Media(js=[Script("redactie/meerkiezer.js", type="module")])

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Gekozen:
        lijst = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        gekozen = Gekozen([waarde for waarde in lijst if waarde])
        if tekst := data.get(f"{name}-zoek", "").strip():
            waarde = self.bron.waarde_van(tekst, self)
            gekozen.getypt = tekst if waarde is None else ""
            gekozen.append(tekst if waarde is None else waarde)
        return gekozen

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        # Nothing chosen posts nothing, as with check boxes.
        return False

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        getypt = getattr(value, "getypt", "")
        waarden = [str(waarde) for waarde in value or () if str(waarde) != getypt]
        attrs = self.build_attrs(self.attrs, attrs)
        context = {
            "naam": name,
            "id": attrs.get("id", f"id_{name}"),
            "attrs": flatatt(attrs),
            "opties": self.bron.opties(waarden, self) if waarden else [],
            "getypt": getypt,
            "zoeknaam": self.zoeknaam,
            "adres": reverse(self.bron.zoekadres),
        }
        return render_to_string("redactie/veld/meerkiezer.html", context)


class ZoekView(ABC, View):
    """What fits the words in `?q=`, as JSON; guarded by the viewset it belongs to."""

    wacht_actie = "view"
    model: type | None = None

    def get(self, request: HttpRequest) -> JsonResponse:
        opties, aantal = self.zoek(request.GET.get("q", "").strip())
        return JsonResponse({"opties": [optie.als_json() for optie in opties], "aantal": aantal})

    @abstractmethod
    def zoek(self, woorden: str) -> tuple[list[Optie], int]:
        """What fits these words, the best first, and how much fits in all."""
