"""Under an own text in the form: what a reader gets of it, live. Looks, and stores nothing.

The first time it comes with the page, for all rows out of one reading; then uitwerking.js asks again after a pause in
the typing. What it gives is found by the pure `redactie/uitwerking.py` and `redactie/afwijkcontrole.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.generic import View
from wagtail.admin.panels import Panel
from wagtail.permissions import policy_registry

from redactie.afwijkcontrole import opmerkingen
from redactie.bronnen import AfwijkingBron, CentraalProduct, GemeenteBron, LokaleLaag, ProductBronnen
from redactie.cms.kiezen import zichtbaar
from redactie.cms.verschil import verschil_tussen
from redactie.cms.wacht import eis
from redactie.keuzes import AfwijkingWijze
from redactie.lezen import bronnen_van
from redactie.models import Gemeente, LokaleVersie, Product, Tekstversie
from redactie.uitwerking import UITLEG, met, per_wijze, uitwerking
from redactie.veld import Veld

SJABLOON = "redactie/lokaal/uitwerking.html"
TE_LANG = 50_000
ERBIJ_HOOGSTENS = 3


class Lezer:
    """The central texts of one product and the facts that these and the own texts name. 2 queries at most."""

    def __init__(
        self,
        sleutel: str,
        gemeente: GemeenteBron,
        regio: Iterable[Tekstversie],
        eigen: Sequence[AfwijkingBron],
    ) -> None:
        self.gemeente = gemeente
        centraal = CentraalProduct(sleutel, tekstversies=tuple(rij.als_bron() for rij in regio))
        lagen = {gemeente.slug: LokaleLaag(gemeente.slug, afwijkingen=tuple(eigen))}
        self.bronnen: ProductBronnen = bronnen_van(centraal, lagen)
        self.regio = {rij.veld: rij.tekst for rij in centraal.tekstversies}

    def van(self, eigen: AfwijkingBron, erbij: Sequence[AfwijkingBron], op: datetime) -> dict[str, Any]:
        """For the template: the result, the advice, the difference and the four ways."""
        veld, regio = eigen.veld, self.regio.get(eigen.veld, "")
        gelezen = uitwerking(self.bronnen, self.gemeente, veld, met(eigen, erbij), op)
        wijzen = per_wijze(self.bronnen, self.gemeente, eigen, erbij, op)
        vervangt = eigen.wijze is AfwijkingWijze.VERVANGEN and bool(eigen.tekst.strip())
        return {
            "uitwerking": gelezen,
            "gemeente": self.gemeente.naam,
            "opmerkingen": opmerkingen(veld, eigen.wijze, eigen.tekst, self.regio),
            "verschil": verschil_tussen(regio, eigen.tekst) if vervangt else "",
            "wijzen": [
                {"wijze": wijze, "uitleg": UITLEG[wijze], "html": html, "gekozen": wijze is eigen.wijze}
                for wijze, html in wijzen.items()
            ],
        }


def getypt(post: QueryDict) -> tuple[AfwijkingBron, list[AfwijkingBron]]:
    """The row that is typed (`veld`, `wijze`, `tekst`, `reden`) and those beside it (`erbij_wijze`, `erbij_tekst`)."""
    if post.get("veld") not in set(Veld) or post.get("wijze") not in set(AfwijkingWijze):
        raise Http404
    veld = Veld(post["veld"])

    def rij(wijze: str, tekst: str, reden: str = "") -> AfwijkingBron:
        schoon = tekst.replace("\r\n", "\n")[:TE_LANG]
        return AfwijkingBron(veld, AfwijkingWijze(wijze), schoon, reden=reden[:TE_LANG])

    paren = zip(post.getlist("erbij_wijze"), post.getlist("erbij_tekst"), strict=False)
    erbij = [rij(wijze, tekst) for wijze, tekst in paren if wijze in set(AfwijkingWijze)]
    return rij(post["wijze"], post.get("tekst", ""), post.get("reden", "")), erbij[:ERBIJ_HOOGSTENS]


class UitwerkingView(View):
    """POST only, of a product in a municipality for which this person may write."""

    wacht_actie = "add"
    model: type[LokaleVersie] = LokaleVersie
    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        product, gemeente = self._waarover(request)
        eigen, erbij = getypt(request.POST)
        op = timezone.now()
        lezer = Lezer(product.sleutel, gemeente.als_bron(), regio_op(product, op), [eigen, *erbij])
        return render(request, SJABLOON, lezer.van(eigen, erbij, op))

    def _waarover(self, request: HttpRequest) -> tuple[Product, Gemeente]:
        """A 404 for who may not: who may not see something, learns nothing of it."""
        nummers = [request.POST.get(naam, "") for naam in ("product", "gemeente")]
        if not all(nummer.isdecimal() for nummer in nummers):
            raise Http404
        product = zichtbaar(request.user, Product).filter(pk=nummers[0]).first()
        gemeente = Gemeente.objects.filter(pk=nummers[1]).first()
        if product is None or gemeente is None:
            raise Http404
        versie = LokaleVersie.objects.filter(product=product, gemeente=gemeente).first()
        if versie is not None:
            eis(request.user, "change", LokaleVersie, versie.pk)
            return product, gemeente
        policy = policy_registry.get_by_type(LokaleVersie)
        nieuw = LokaleVersie(product=product, gemeente=gemeente)
        if not policy.user_has_permission_for_instance(request.user, "add", nieuw):
            raise Http404
        return product, gemeente


def regio_op(product: Product, op: datetime) -> list[Tekstversie]:
    """Per field the central text that holds. 1 query."""
    tijdlijn = Tekstversie.objects.filter(product=product, vanaf__lte=op).order_by("vanaf", "pk")
    return list({rij.veld: rij for rij in tijdlijn}.values())


class UitwerkingPanel(Panel):
    """Under the text of one row; `AfwijkingenPanel` hangs what it shows on the form."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "redactie/lokaal/uitwerkingpaneel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            eerst = getattr(self.form, "uitwerking", None) or {}
            return {**super().get_context_data(parent_context), **eerst}
