"""Local versions: what one municipality does differently with one product."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.urls import URLPattern, path
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)

from redactie.cms.afwijkingen import aanbod_chip, afwijkingen_panel, veldnamen
from redactie.cms.besluit import HerzienView
from redactie.cms.bewerken import AanmakenView
from redactie.cms.feitenantwoorden import AntwoordenPanel
from redactie.cms.formulier import RedactieForm
from redactie.cms.goedkeurlijst import hang_ingediend_op, ingediend_chips
from redactie.cms.herzienlijst import HerzienLijstView
from redactie.cms.keuren import rijen_van
from redactie.cms.kiezen import zichtbaar
from redactie.cms.kolommen import Chip, ChipsColumn, TekstKolom, gemeente_kolom, publicatie_chips
from redactie.cms.lijst import LijstView
from redactie.cms.markdown import MarkdownInput
from redactie.cms.opruimen import BeeindigenView, OpruimenView
from redactie.cms.regiovoorstel import AanbiedenView
from redactie.cms.rijen import RijenPanel
from redactie.cms.spoedvoorstel import SpoedvoorstellenView, SpoedvoorstelView
from redactie.cms.terugnemen import TerugnemenView
from redactie.cms.uitwerking import UitwerkingView
from redactie.cms.viewset import RedactieViewSet
from redactie.cms.voorstelverschil import VoorstelVerschilView
from redactie.herzien import te_herzien
from redactie.models import Contactpunt, Gemeente, LokaleVersie, Product
from redactie.veld import Veld


class LokaleVersieForm(RedactieForm):
    vast: ClassVar[tuple[str, ...]] = ("product", "gemeente")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for rij in self.formsets["afwijkingen"].forms if "afwijkingen" in self.formsets else ():
            rij.hoort_bij(self.instance)
        if self.instance.gemeente_id is None:
            return
        # A contact point of another municipality would put its number on our pages.
        van_ons = (None, self.instance.gemeente_id)
        if "behandelaar" in self.fields:
            alle = self.fields["behandelaar"].queryset
            self.fields["behandelaar"].queryset = alle.filter(
                pk__in=[punt.pk for punt in Contactpunt.objects.all() if punt.gemeente_id in van_ons]
            )

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        product, doel = (
            schoon.get("product") or getattr(self.instance, "product", None),
            schoon.get("valt_onder"),
        )
        if product is not None and doel is not None:
            gemeente = schoon.get("gemeente") or self.instance.gemeente
            if kring := _kring(product, doel, gemeente):
                self.add_error("valt_onder", ValidationError(f"Dat is een kring: {' → '.join(kring)}."))
        return schoon

    def is_valid(self) -> bool:
        return super().is_valid() and self._zonder_overlap()

    def _zonder_overlap(self) -> bool:
        """The database refuses overlapping deviations in a draft too; here they get a message."""
        goed = True
        rijen = rijen_van(self, "afwijkingen")
        for nummer, rij in enumerate(rijen):
            for ander in rijen[:nummer]:
                een, twee = rij.instance, ander.instance
                if (een.veld, een.groep) == (twee.veld, twee.groep) and een.periode.overlapt(twee.periode):
                    rij.add_error(
                        "vanaf",
                        "Op dit veld geldt dan al een eigen tekst. Pas de dagen aan of haal er één weg.",
                    )
                    goed = False
        return goed


def _kring(product: Product, doel: Product, gemeente: Gemeente) -> list[str]:
    """The titles along a circle of "falls under" that this answer would close; empty when there is none."""
    langs = [product]
    while doel is not None and doel not in langs:
        langs.append(doel)
        versie = (
            LokaleVersie.objects.filter(product=doel, gemeente=gemeente).select_related("valt_onder").first()
        )
        doel = versie.valt_onder if versie is not None else None
    return [str(lid) for lid in [*langs, doel]] if doel is product or doel == product else []


WAAROVER = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("product"), FieldPanel("gemeente")])], heading="Waar het over gaat"
)
AANBOD = [
    MultiFieldPanel(
        [
            FieldPanel("aangeboden"),
            FieldPanel("valt_onder"),
            FieldPanel("toelichting", widget=MarkdownInput()),
            FieldRowPanel([FieldPanel("vanaf"), FieldPanel("tot")]),
        ],
        heading="Bieden wij dit aan?",
    ),
    MultiFieldPanel([FieldPanel("trefwoorden"), FieldPanel("behandelaar")], heading="Vinden en bellen"),
]
KANALEN = [
    RijenPanel(
        "kanalen",
        heading="Eigen kanalen",
        label="kanaal",
        help_text="Vervangt het regionale kanaal met dezelfde actie en wijze.",
        panels=[
            FieldRowPanel([FieldPanel("actie"), FieldPanel("wijze")]),
            FieldPanel("vervalt"),
            FieldPanel("adres"),
            FieldPanel("label"),
            FieldRowPanel([FieldPanel("inlogmiddel"), FieldPanel("niveau")]),
            FieldPanel("aangewezen"),
        ],
    )
]


def versie_chips(versie: LokaleVersie) -> Iterable[Chip]:
    yield from publicatie_chips(versie)
    yield from ingediend_chips(versie)
    wacht = getattr(versie, "te_herzien_velden", {})
    if wacht:
        yield Chip(f"te herzien: {veldnamen(wacht).lower()}", "let-op")
    if aanbod := aanbod_chip(versie):
        yield Chip(aanbod)


def afwijkende_velden(versie: LokaleVersie) -> str:
    return veldnamen(sorted({afwijking.veld for afwijking in versie.afwijkingen.all()}, key=list(Veld).index))


class LokaleVersieLijst(LijstView):
    def verrijk(self, rijen: list[LokaleVersie]) -> None:
        wacht = te_herzien(rijen)
        for versie in rijen:
            versie.te_herzien_velden = wacht[versie.pk]
        hang_ingediend_op(rijen)


class LokaleVersieMaken(AanmakenView):
    """`?product=…` starts with that product; whoever works for one municipality starts with that one."""

    def get_initial_form_instance(self) -> LokaleVersie:
        versie = super().get_initial_form_instance() or LokaleVersie()
        product = self.request.GET.get("product", "")
        if product.isdecimal():
            versie.product = zichtbaar(self.request.user, Product).filter(pk=product).first()
        return versie

    def get_page_subtitle(self) -> str:
        versie = getattr(self, "object", None)
        return (
            str(versie.product) if versie is not None and versie.product_id else super().get_page_subtitle()
        )


class LokaleVersieViewSet(RedactieViewSet):
    model = LokaleVersie
    icon = "doc-empty-inverse"
    index_view_class = LokaleVersieLijst
    add_view_class = LokaleVersieMaken
    list_display = [
        "product",
        ChipsColumn("stand", label="Stand", chips=versie_chips, width="26%"),
        TekstKolom("anders", label="Eigen tekst bij", waarde=afwijkende_velden, width="28%"),
        gemeente_kolom(),
    ]
    list_filter = ["aangeboden", "live", "has_unpublished_changes", "gemeente"]
    zoekvelden = ("product__titel", "product__sleutel")
    haal_op = (("gemeente", "product", "latest_revision"), ("afwijkingen",))
    edit_handler = TabbedInterface(
        [
            ObjectList([WAAROVER, AntwoordenPanel(), afwijkingen_panel()], heading="Eigen tekst"),
            ObjectList(AANBOD, heading="Aanbod"),
            ObjectList(KANALEN, heading="Kanalen"),
        ],
        base_form_class=LokaleVersieForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        herzien = "herzien/<int:pk>/<slug:veld>/"
        return [
            *super().get_urlpatterns(),
            path("uitwerking/", self.construct_view(UitwerkingView), name="uitwerking"),
            path("spoedvoorstellen/", self.construct_view(SpoedvoorstellenView), name="spoedvoorstellen"),
            path(
                "spoedvoorstellen/<int:pk>/<int:voorstel>/",
                self.construct_view(SpoedvoorstelView),
                name="spoedvoorstel",
            ),
            path("te-herzien/", self.construct_view(HerzienLijstView), name="te_herzien"),
            path("opruimen/", self.construct_view(OpruimenView), name="opruimen"),
            path(
                "opruimen/<int:pk>/<int:afwijking>/", self.construct_view(BeeindigenView), name="beeindigen"
            ),
            path("aanbieden/<int:pk>/<int:afwijking>/", self.construct_view(AanbiedenView), name="aanbieden"),
            path(herzien, self.construct_view(HerzienView), name="herzien"),
            path(f"{herzien}voorstel/", self.construct_view(VoorstelVerschilView), name="voorstel"),
            path(f"{herzien}terugnemen/", self.construct_view(TerugnemenView), name="terugnemen"),
        ]
