"""Own texts that could go, in a list found by the address; ending one, with what readers get instead, in one step."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Table, TitleColumn
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from redactie.beeindigen import beeindig
from redactie.bronnen import AfwijkingBron
from redactie.cms.herzienrij import wat_mag
from redactie.cms.kolommen import Chip, ChipsColumn, TekstKolom, dag
from redactie.cms.uitwerking import Lezer, regio_op
from redactie.lezen import afwijking_bron
from redactie.models import LokaleVersie
from redactie.opruimen import EigenTekst, Opruimreden, eigen_teksten
from redactie.uitwerking import Uitwerking, uitwerking
from redactie.veld import Veld

RUIMTE = "wagtailsnippets_redactie_lokaleversie"
PER_PAGINA = 25
KEUZES = {
    "": "wat opvalt",
    **{reden.value: reden.label.lower() for reden in Opruimreden},
    "alles": "alle eigen teksten",
}


def past(lid: EigenTekst, wat: str) -> bool:
    """An unknown word: what stands out."""
    if wat == "alles":
        return True
    return any(wat in (reden.value, "") or wat not in KEUZES for reden in lid.redenen)


def reden_chips(lid: EigenTekst) -> Iterable[Chip]:
    return [Chip(reden.label.lower(), "let-op") for reden in lid.redenen]


class OpruimenView(WagtailAdminTemplateMixin, TemplateView):
    wacht_actie = "change"
    model: type[LokaleVersie] = LokaleVersie
    page_title = "Eigen teksten opruimen"
    header_icon = "bin"
    template_name = "redactie/lokaal/opruimen.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Lokale versies"},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        woorden, wat = self.request.GET.get("q", "").strip()[:100], self.request.GET.get("wat", "")
        alle = eigen_teksten(wat_mag(LokaleVersie, self.request.user))
        gevonden = [lid for lid in alle if past(lid, wat) and woorden.lower() in lid.naam.lower()]
        bladen = Paginator(gevonden, PER_PAGINA)
        blad = bladen.get_page(self.request.GET.get("p"))
        filters = urlencode({naam: waarde for naam, waarde in (("q", woorden), ("wat", wat)) if waarde})
        return {
            **super().get_context_data(**kwargs),
            "tabel": Table(_kolommen(filters), list(blad), caption="Eigen teksten, de langst staande eerst"),
            "blad": blad,
            "aantal": bladen.count,
            "totaal": len(alle),
            "valt_op": sum(bool(lid.redenen) for lid in alle),
            "q": woorden,
            "wat": wat,
            "keuzes": KEUZES.items(),
            "filters": filters,
        }


def _kolommen(filters: str) -> list[Any]:
    def adres(lid: EigenTekst) -> str:
        pad = reverse(f"{RUIMTE}:beeindigen", args=[lid.afwijking.versie_id, lid.afwijking.pk])
        return f"{pad}?{filters}" if filters else pad

    return [
        TitleColumn("naam", label="Eigen tekst", accessor="naam", get_url=adres, width="30%"),
        ChipsColumn("redenen", label="Wat opvalt", chips=reden_chips, width="18%"),
        TekstKolom(
            "wijze", label="Manier", waarde=lambda lid: lid.afwijking.get_wijze_display(), width="16%"
        ),
        TekstKolom(
            "sinds", label="Sinds", waarde=lambda lid: dag(lid.afwijking.sinds, "onbekend"), width="13%"
        ),
        TekstKolom("gezien", label="Bekeken", waarde=lambda lid: dag(lid.gezien_op, "nooit"), width="12%"),
        TekstKolom("van", label="Van", waarde=lambda lid: lid.afwijking.versie.gemeente.naam, width="11%"),
    ]


class BeeindigenView(WagtailAdminTemplateMixin, TemplateView):
    """GET shows what readers get now and then; POST ends it and leads back to the list as it was filtered."""

    wacht_actie = "change"
    model: type[LokaleVersie] = LokaleVersie
    page_title = "Eigen tekst beëindigen"
    header_icon = "bin"
    template_name = "redactie/lokaal/beeindigen.html"

    @cached_property
    def eigen(self) -> EigenTekst:
        versies = LokaleVersie.objects.filter(pk=self.kwargs["pk"])
        gevonden = (lid for lid in eigen_teksten(versies) if lid.afwijking.pk == self.kwargs["afwijking"])
        eigen = next(gevonden, None)
        if eigen is None:
            raise Http404
        return eigen

    @property
    def veld(self) -> Veld:
        return Veld(self.eigen.afwijking.veld)

    @property
    def terug(self) -> str:
        zoek = self.request.GET.urlencode()
        lijst = reverse(f"{RUIMTE}:opruimen")
        return f"{lijst}?{zoek}" if zoek else lijst

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": self.terug, "label": OpruimenView.page_title},
            {"url": "", "label": self.page_title, "sublabel": self.eigen.naam},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        nu, straks = self.lezingen()
        return {
            **super().get_context_data(**kwargs),
            "eigen": self.eigen,
            "afwijking": self.eigen.afwijking,
            "veld": self.veld,
            "nu": nu,
            "straks": straks,
            "zelfde": gelezen_html(nu) == gelezen_html(straks),
            "bewerk": reverse(f"{RUIMTE}:edit", args=[self.eigen.afwijking.versie_id]),
            "terug": self.terug,
        }

    def lezingen(self) -> tuple[Uitwerking, Uitwerking]:
        """What readers get of the field today, and without this own text."""
        versie, op = self.eigen.afwijking.versie, timezone.now()
        rijen = [rij for rij in versie.afwijkingen.all() if rij.veld == self.veld]
        geldig = [rij for rij in rijen if rij.periode.geldt_op(op)]
        gemeente = versie.gemeente.als_bron()
        bronnen = [afwijking_bron(rij, ()) for rij in rijen]
        lezer = Lezer(versie.product.sleutel, gemeente, regio_op(versie.product, op), bronnen)

        def lees(over: list[AfwijkingBron]) -> Uitwerking:
            return uitwerking(lezer.bronnen, gemeente, self.veld, over, op)

        rest = [rij for rij in geldig if rij.pk != self.eigen.afwijking.pk]
        return lees([afwijking_bron(rij, ()) for rij in geldig]), lees(
            [afwijking_bron(rij, ()) for rij in rest]
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        naam, versie_pk = self.eigen.naam, self.eigen.afwijking.versie_id
        reden = ", ".join(lid.label.lower() for lid in self.eigen.redenen)
        try:
            live = beeindig(afwijking=self.eigen.afwijking, reden=reden, door=request.user)
        except ValidationError as fout:
            messages.error(request, f"{naam}: {' '.join(fout.messages)}")
            return HttpResponseRedirect(self.terug)
        wat = "de eigen tekst is beëindigd." if live else "staat in uw concept. Dien het concept in."
        neem_terug = reverse(f"{RUIMTE}:terugnemen", args=[versie_pk, self.veld.value])
        messages.success(request, f"{naam}: {wat}", buttons=[messages.button(neem_terug, "Neem terug")])
        return HttpResponseRedirect(self.terug)


def gelezen_html(gelezen: Uitwerking) -> str:
    """What citizens read; of an internal field what the desk reads."""
    if gelezen.website is not None:
        return gelezen.website
    return gelezen.balie.html if gelezen.balie is not None else ""


class OpruimItem(MenuItem):
    """For whoever may change local versions."""

    def is_shown(self, request: HttpRequest) -> bool:
        return policy_registry.get_by_type(LokaleVersie).user_has_permission(request.user, "change")


def opruim_item() -> OpruimItem:
    return OpruimItem(
        "Opruimen", reverse(f"{RUIMTE}:opruimen"), name="eigen-teksten-opruimen", icon_name="bin", order=160
    )
