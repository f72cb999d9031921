"""The products on the start page of a local editor: how each stands in the own municipality; found by the address."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from redactie.aanbodvraag import is_antwoord, met_vraag
from redactie.cms.kiezen import met_woorden, zichtbaar
from redactie.cms.kolommen import Chip, dag
from redactie.cms.productlijst import bij_ons_chips
from redactie.herzien import te_herzien
from redactie.keuzes import Aanbod
from redactie.models import Afwijking, Gemeente, LokaleVersie, Product

PER_PAGINA = 20
STANDEN = {
    "lokaal": "met een eigen tekst",
    "regionaal": "volgt de regio",
    "concept": "met een concept",
    "niet": "niet aangeboden",
    "vraag": "bieden wij dit aan?",
}
ZOEKVELDEN = ("titel", "samenvatting", "trefwoorden")


class MijnProductenPaneel(Component):
    """Only for whoever works for a municipality (`gemeenten`: ids)."""

    name = "antwoord_producten"
    order = 200
    template_name = "redactie/start/producten.html"

    def __init__(self, gemeenten: frozenset[int]) -> None:
        self.gemeenten = gemeenten

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        request: HttpRequest = parent_context["request"]
        woorden, stand = request.GET.get("q", "")[:100], request.GET.get("stand", "")
        gevonden = self.in_stand(zichtbaar(request.user, Product).filter(live=True), stand)
        bladen = Paginator(
            met_woorden(gevonden, woorden, ZOEKVELDEN).order_by(Lower("titel"), "pk"), PER_PAGINA
        )
        blad = bladen.get_page(request.GET.get("p"))
        filters = {naam: waarde for naam, waarde in (("q", woorden), ("stand", stand)) if waarde}
        return {
            "namen": list(Gemeente.objects.filter(pk__in=self.gemeenten).values_list("naam", flat=True)),
            "rijen": self.rijen(list(blad), request.user),
            "blad": blad,
            "q": woorden,
            "stand": stand if stand in STANDEN else "",
            "standen": STANDEN.items(),
            "aantal": bladen.count,
            "filters": urlencode(filters),
        }

    def in_stand(self, producten: QuerySet, stand: str) -> QuerySet:
        """Those that stand so in one of the own municipalities; an unknown word: all of them."""
        if stand == "vraag":
            return met_vraag(producten, self.gemeenten)
        eigen = LokaleVersie.objects.filter(product=OuterRef("pk"), gemeente__in=self.gemeenten)
        wijkt_af = Afwijking.objects.filter(
            versie__product=OuterRef("pk"), versie__gemeente__in=self.gemeenten, versie__live=True
        )
        vragen = {
            "lokaal": Exists(wijkt_af) | Q(gemeente__in=self.gemeenten),
            "regionaal": ~Exists(wijkt_af)
            & Q(gemeente=None)
            & ~Exists(eigen.filter(aangeboden__in=("nee", "valt_onder"))),
            "concept": Exists(eigen.filter(Q(has_unpublished_changes=True) | Q(live=False)))
            | Q(gemeente__in=self.gemeenten, has_unpublished_changes=True),
            "niet": Exists(eigen.filter(live=True, aangeboden__in=("nee", "valt_onder"))),
        }
        return producten.filter(vragen[stand]) if stand in vragen else producten

    def rijen(self, producten: list[Product], user: Any) -> list[dict[str, Any]]:
        versies = list(
            LokaleVersie.objects.filter(product__in=producten, gemeente__in=self.gemeenten)
            .select_related("gemeente")
            .prefetch_related("afwijkingen")
        )
        wacht, per_product = te_herzien(versies), {}
        for versie in versies:
            versie.te_herzien_velden = wacht[versie.pk]
            per_product.setdefault(versie.product_id, []).append(versie)
        mag_maken = policy_registry.get_by_type(LokaleVersie).user_has_permission(user, "add")
        rijen = []
        for product in producten:
            product.eigen_versies = per_product.get(product.pk, [])
            product.vraagt = self.vraagt(product)
            rijen.append({"product": product, "chips": _chips(product), "knop": _knop(product, mag_maken)})
        return rijen

    def vraagt(self, product: Product) -> bool:
        """As `met_vraag` asks the database, of what was read already."""
        beantwoord = {versie.gemeente_id for versie in product.eigen_versies if is_antwoord(versie)}
        return (
            product.gemeente_id is None and product.aanbod == Aanbod.NA_KEUZE and beantwoord != self.gemeenten
        )


def _chips(product: Product) -> list[Chip]:
    if product.gemeente_id is not None:
        return [Chip("eigen product")]
    if product.vraagt:
        sinds = product.first_published_at
        gevraagd = f" gevraagd op {dag(timezone.localdate(sinds))}" if sinds is not None else ""
        return [Chip(f"bieden wij dit aan?{gevraagd}", "let-op"), *bij_ons_chips(product)]
    return list(bij_ons_chips(product)) or [Chip("regionaal")]


def _knop(product: Product, mag_maken: bool) -> tuple[str, str]:
    """What one does here, and where; empty for whoever only reads."""
    naam, adres = _bewerkknop(product, mag_maken)
    return ("Geef antwoord", f"{adres}#tab-aanbod") if naam and product.vraagt else (naam, adres)


def _bewerkknop(product: Product, mag_maken: bool) -> tuple[str, str]:
    ruimte = "wagtailsnippets_redactie_lokaleversie"
    if not mag_maken:
        return "", ""
    if product.gemeente_id is not None:
        return "Bewerk", reverse("wagtailsnippets_redactie_product:edit", args=[product.pk])
    if len(product.eigen_versies) == 1:
        return "Eigen tekst", reverse(f"{ruimte}:edit", args=[product.eigen_versies[0].pk])
    return "Maak lokaal", f"{reverse(f'{ruimte}:add')}?product={product.pk}"
