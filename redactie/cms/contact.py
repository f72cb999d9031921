"""Contact points and locations, with their hours."""

from __future__ import annotations

from django import forms
from django.urls import URLPattern, path
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from redactie.cms.formulier import RedactieForm
from redactie.cms.kolommen import TekstKolom, gemeente_kolom
from redactie.cms.rijen import RijenPanel
from redactie.cms.uren import FeestdagenView, UrenPanel
from redactie.cms.viewset import RedactieViewSet
from redactie.models import Contactpunt, Locatie

OPENINGSTIJDEN = RijenPanel(
    "openingstijden",
    heading="Openingstijden",
    label="tijd",
    help_text="Kies een dag van de week, of een datum voor een uitzondering. Laat beide tijden leeg bij gesloten.",
    panels=[
        FieldRowPanel([FieldPanel("dag"), FieldPanel("datum")]),
        FieldRowPanel([FieldPanel("van"), FieldPanel("tot"), FieldPanel("wijze")]),
    ],
)


class MetFeestdagen(RedactieViewSet):
    """Something with opening hours."""

    def get_urlpatterns(self) -> list[URLPattern]:
        view = self.construct_view(FeestdagenView)
        return [*super().get_urlpatterns(), path("feestdagen/<int:pk>/", view, name="feestdagen")]


class ContactpuntViewSet(MetFeestdagen):
    model = Contactpunt
    icon = "mobile-alt"
    list_display = [
        "naam",
        TekstKolom("telefoon", label="Telefoon", waarde=lambda rij: rij.telefoon, width="16%"),
        TekstKolom("soort", label="Soort", waarde=lambda rij: rij.get_soort_display(), width="16%"),
        gemeente_kolom(),
    ]
    list_filter = ["soort", "gemeente"]
    zoekvelden = ("naam", "sleutel", "telefoon", "e_mail")
    haal_op = (("gemeente",), ())
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("naam"), FieldPanel("sleutel"), FieldPanel("gemeente"), FieldPanel("soort")],
                heading="Wie het is",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("telefoon"),
                    FieldPanel("telefoon_intern"),
                    FieldPanel("e_mail"),
                    FieldPanel("website"),
                ],
                heading="Hoe men contact opneemt",
            ),
            UrenPanel(heading="Let op bij de openingstijden"),
            OPENINGSTIJDEN,
        ],
        base_form_class=RedactieForm,
    )


class LocatieViewSet(MetFeestdagen):
    model = Locatie
    icon = "home"
    list_display = [
        "naam",
        TekstKolom(
            "adres", label="Adres", waarde=lambda rij: f"{rij.straat} {rij.nummer}".strip(), width="24%"
        ),
        TekstKolom("plaats", label="Plaats", waarde=lambda rij: rij.plaats, sort_key="plaats", width="18%"),
        gemeente_kolom(),
    ]
    list_filter = ["gemeente"]
    zoekvelden = ("naam", "sleutel", "straat", "plaats")
    haal_op = (("gemeente",), ())
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("naam"), FieldPanel("sleutel"), FieldPanel("gemeente")], heading="Wat het is"
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("straat"), FieldPanel("nummer")]),
                    FieldRowPanel([FieldPanel("postcode"), FieldPanel("plaats")]),
                    FieldPanel("toelichting", widget=forms.Textarea(attrs={"rows": 3})),
                ],
                heading="Adres",
            ),
            UrenPanel(heading="Let op bij de openingstijden"),
            OPENINGSTIJDEN,
        ],
        base_form_class=RedactieForm,
    )
