"""The list of all own texts that wait for a judgement, and of the decisions that can still be taken back.

One at a time is `besluit.py`; here one looks how much there is, finds one, and comes back to what was put off.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Table, TitleColumn
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from redactie.cms.herzienrij import Vraag, herzienrij, wat_mag
from redactie.cms.kolommen import Chip, ChipsColumn, TekstKolom, dag
from redactie.keuzes import Klasse
from redactie.models import Bedenktijd, LokaleVersie
from redactie.veld import Veld

RUIMTE = "wagtailsnippets_redactie_lokaleversie"
PER_PAGINA = 25
STANDEN = {"open": "open", "later": "uitgesteld", "concept": "al beslist in een concept", "spoed": "spoed"}


def stand_chips(vraag: Vraag) -> list[Chip]:
    chips = [Chip("spoed", "fout")] if vraag.wacht.klasse is Klasse.SPOED else []
    if vraag.in_concept:
        return [*chips, Chip("in uw concept", "let-op")]
    if vraag.later_op is not None:
        return [*chips, Chip(f"later: {dag(vraag.later_op)}")]
    return [*chips, Chip("te herzien", "let-op")]


KOLOMMEN = [
    TitleColumn(
        "titel", label="Eigen tekst", accessor="naam", get_url=lambda vraag: vraag.adres, width="30%"
    ),
    ChipsColumn("stand", label="Stand", chips=stand_chips, width="18%"),
    TekstKolom(
        "wat", label="Wat de regio veranderde", waarde=lambda vraag: vraag.wacht.toelichting, width="28%"
    ),
    TekstKolom("sinds", label="Sinds", waarde=lambda vraag: dag(vraag.wacht.sinds), width="12%"),
    TekstKolom("gemeente", label="Van", waarde=lambda vraag: vraag.versie.gemeente.naam, width="12%"),
]


def past(vraag: Vraag, stand: str) -> bool:
    """An unknown word: every question."""
    return {
        "open": vraag.open,
        "later": vraag.later_op is not None,
        "concept": vraag.in_concept,
        "spoed": vraag.wacht.klasse is Klasse.SPOED,
    }.get(stand, True)


class HerzienLijstView(WagtailAdminTemplateMixin, TemplateView):
    wacht_actie = "change"
    model: type[LokaleVersie] = LokaleVersie
    page_title = "Te herzien"
    header_icon = "rotate"
    template_name = "redactie/lokaal/te_herzien.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Lokale versies"},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        woorden, stand = self.request.GET.get("q", "").strip()[:100], self.request.GET.get("stand", "")
        alle = herzienrij(self.request.user)
        vragen = [vraag for vraag in alle if past(vraag, stand) and woorden.lower() in vraag.naam.lower()]
        bladen = Paginator(vragen, PER_PAGINA)
        blad = bladen.get_page(self.request.GET.get("p"))
        eerste = next((vraag for vraag in alle if vraag.open), None)
        filters = {naam: waarde for naam, waarde in (("q", woorden), ("stand", stand)) if waarde}
        return {
            **super().get_context_data(**kwargs),
            "tabel": Table(KOLOMMEN, list(blad), caption="Eigen teksten die wachten op een besluit"),
            "blad": blad,
            "aantal": bladen.count,
            "open": sum(vraag.open for vraag in alle),
            "eerste": eerste,
            "q": woorden,
            "stand": stand if stand in STANDEN else "",
            "standen": STANDEN.items(),
            "filters": urlencode(filters),
            "besloten": besloten(self.request.user),
        }


def besloten(user: Any) -> list[dict[str, Any]]:
    """Of what this person may change the newest decision per field, as long as it can be taken back. 1 query."""
    lopend = (
        Bedenktijd.objects.lopend()
        .filter(versie__in=wat_mag(LokaleVersie, user))
        .select_related("versie__product", "versie__gemeente", "wie")
    )
    return [
        {
            "bedenktijd": lid,
            "naam": f"{lid.versie.product} · {Veld(lid.veld).kolom_label}",
            "besluit": str(lid).partition(": ")[2],
            "adres": reverse(f"{RUIMTE}:terugnemen", args=[lid.versie_id, lid.veld]),
        }
        for lid in nieuwste(list(lopend))
    ]


def nieuwste(lopend: Sequence[Bedenktijd]) -> list[Bedenktijd]:
    per: dict[tuple[int, str], Bedenktijd] = {}
    for lid in lopend:
        per.setdefault((lid.versie_id, lid.veld), lid)
    return list(per.values())


class HerzienItem(MenuItem):
    """For whoever may change local versions."""

    def is_shown(self, request: HttpRequest) -> bool:
        return policy_registry.get_by_type(LokaleVersie).user_has_permission(request.user, "change")


def herzien_item() -> HerzienItem:
    return HerzienItem(
        "Te herzien", reverse(f"{RUIMTE}:te_herzien"), name="te-herzien", icon_name="rotate", order=150
    )
