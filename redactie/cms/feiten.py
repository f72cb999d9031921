"""Facts and tariffs: saved at once, without a draft."""

from __future__ import annotations

from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.widgets.button import Button

from redactie.cms.feitgebruik import FeitVerwijderenView, GebruikPanel, TariefForm
from redactie.cms.formulier import RedactieForm
from redactie.cms.kolommen import Chip, ChipsColumn, TekstKolom, gemeente_kolom, periode
from redactie.cms.lijst import LijstView
from redactie.cms.tariefbestand import TariefInvoerView, TariefUitvoerView
from redactie.cms.tariefrooster import RUIMTE, TariefRoosterView
from redactie.cms.viewset import RedactieViewSet
from redactie.keuzes import TariefSoort, TariefStatus
from redactie.models import Gegeven, Tarief

GELDIG = FieldRowPanel([FieldPanel("geldig_van"), FieldPanel("geldig_tot")], heading="Geldig")


class GegevenViewSet(RedactieViewSet):
    model = Gegeven
    icon = "info-circle"
    list_display = [
        "sleutel",
        TekstKolom("waarde", label="Waarde", waarde=lambda rij: rij.waarde, width="26%"),
        TekstKolom("soort", label="Soort", waarde=lambda rij: rij.get_soort_display(), width="12%"),
        gemeente_kolom(),
        TekstKolom("geldig", label="Geldig", waarde=periode, sort_key="geldig_van", width="18%"),
    ]
    list_filter = ["soort", "intern", "gemeente"]
    zoekvelden = ("sleutel", "omschrijving", "waarde")
    haal_op = (("gemeente",), ())
    delete_view_class = FeitVerwijderenView
    delete_template_name = "redactie/feit/verwijderen.html"
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("sleutel"), FieldPanel("gemeente"), FieldPanel("omschrijving")],
                heading="Welk gegeven",
            ),
            MultiFieldPanel(
                [FieldPanel("soort"), FieldPanel("waarde"), FieldPanel("intern"), GELDIG],
                heading="Wat het is",
            ),
            GebruikPanel(heading="Waar het staat"),
        ],
        base_form_class=RedactieForm,
    )


def bedrag(tarief: Tarief) -> str:
    """`€ 83,87`, as readers see it."""
    if tarief.soort == TariefSoort.GRATIS or tarief.bedrag is None:
        return "gratis"
    euros = f"{tarief.bedrag:,.2f}".translate(str.maketrans(",.", ".,"))
    return f"vanaf € {euros}" if tarief.soort == TariefSoort.VANAF else f"€ {euros}"


def tarief_chips(tarief: Tarief) -> list[Chip]:
    vastgesteld = tarief.status == TariefStatus.VASTGESTELD
    return [Chip("vastgesteld", "live") if vastgesteld else Chip("concept")]


class TariefLijst(LijstView):
    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return [*super().header_more_buttons, Button("Tarieven per jaar", reverse(f"{RUIMTE}:rooster"))]


class TariefViewSet(RedactieViewSet):
    model = Tarief
    index_view_class = TariefLijst
    icon = "tag"
    list_display = [
        "omschrijving",
        TekstKolom(
            "bedrag",
            label="Bedrag",
            waarde=bedrag,
            sort_key="bedrag",
            classname="antwoord-getal",
            width="12%",
        ),
        ChipsColumn("status", label="Status", chips=tarief_chips, width="12%"),
        TekstKolom("groep", label="Groep", waarde=lambda rij: rij.groep, sort_key="groep", width="14%"),
        gemeente_kolom(),
        TekstKolom("geldig", label="Geldig", waarde=periode, sort_key="geldig_van", width="18%"),
    ]
    list_filter = ["groep", "status", "soort", "gemeente"]
    zoekvelden = ("sleutel", "omschrijving", "groep")
    haal_op = (("gemeente",), ())
    delete_view_class = FeitVerwijderenView
    delete_template_name = "redactie/feit/verwijderen.html"
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("sleutel"),
                    FieldPanel("gemeente"),
                    FieldRowPanel([FieldPanel("groep"), FieldPanel("volgorde")]),
                    FieldPanel("omschrijving"),
                ],
                heading="Welk tarief",
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("soort"), FieldPanel("bedrag"), FieldPanel("eenheid")]),
                    FieldPanel("voorwaarde"),
                    GELDIG,
                    FieldPanel("status"),
                ],
                heading="Bedrag",
            ),
            GebruikPanel(heading="Waar het staat"),
        ],
        base_form_class=TariefForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("rooster/", self.construct_view(TariefRoosterView), name="rooster"),
            path("csv/", self.construct_view(TariefUitvoerView), name="csv"),
            path("inlezen/", self.construct_view(TariefInvoerView), name="inlezen"),
        ]
