"""Local versions: what one municipality does differently with one product."""

from __future__ import annotations

from typing import ClassVar

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)

from redactie.cms.formulier import RedactieForm
from redactie.cms.kolommen import ChipsColumn, TekstKolom, gemeente_kolom, publicatie_chips
from redactie.cms.markdown import MarkdownInput
from redactie.cms.viewset import RedactieViewSet
from redactie.models import LokaleVersie


class LokaleVersieForm(RedactieForm):
    vast: ClassVar[tuple[str, ...]] = ("product", "gemeente")


AFWIJKINGEN = [
    InlinePanel(
        "afwijkingen",
        heading="Eigen tekst per veld",
        label="afwijking",
        panels=[
            FieldRowPanel([FieldPanel("veld"), FieldPanel("wijze")]),
            FieldPanel("tekst", widget=MarkdownInput()),
            FieldRowPanel([FieldPanel("soort"), FieldPanel("vanaf"), FieldPanel("tot")]),
            FieldPanel("reden"),
        ],
    )
]
AANBOD = [
    MultiFieldPanel([FieldPanel("product"), FieldPanel("gemeente")], heading="Waar het over gaat"),
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
    InlinePanel(
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


class LokaleVersieViewSet(RedactieViewSet):
    model = LokaleVersie
    icon = "doc-empty-inverse"
    list_display = [
        "product",
        ChipsColumn("stand", label="Stand", chips=publicatie_chips, width="22%"),
        TekstKolom(
            "aangeboden", label="Aangeboden", waarde=lambda rij: rij.get_aangeboden_display(), width="18%"
        ),
        gemeente_kolom(),
    ]
    list_filter = ["aangeboden", "live", "has_unpublished_changes", "gemeente"]
    zoekvelden = ("product__titel", "product__sleutel")
    haal_op = (("gemeente", "product", "latest_revision"), ())
    edit_handler = TabbedInterface(
        [
            ObjectList(AFWIJKINGEN, heading="Eigen tekst"),
            ObjectList(AANBOD, heading="Aanbod"),
            ObjectList(KANALEN, heading="Kanalen"),
        ],
        base_form_class=LokaleVersieForm,
    )
