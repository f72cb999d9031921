"""Municipalities, the region itself, who holds which role, and who answers for whom."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from redactie.cms.formulier import RedactieForm
from redactie.cms.gemeenteverwijderen import GemeenteVerwijderenView
from redactie.cms.kolommen import TekstKolom, dag
from redactie.cms.viewset import RedactieViewSet
from redactie.keuzes import Antwoordkanaal
from redactie.models import Beantwoording, Gemeente, Lidmaatschap, Regio
from redactie.persoonsnaam import persoonsnaam


class GemeenteForm(RedactieForm):
    vast: ClassVar[tuple[str, ...]] = ("slug",)
    hostnamen = forms.CharField(
        required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text="Eén hostnaam per regel."
    )

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> object:
        waarde = super().get_initial_for_field(field, field_name)
        return "\n".join(waarde) if field_name == "hostnamen" and isinstance(waarde, list) else waarde

    def clean_hostnamen(self) -> list[str]:
        return [
            regel.strip().lower() for regel in self.cleaned_data["hostnamen"].splitlines() if regel.strip()
        ]


class GemeenteViewSet(RedactieViewSet):
    model = Gemeente
    icon = "site"
    delete_view_class = GemeenteVerwijderenView
    delete_template_name = "redactie/gemeente/verwijderen.html"
    list_display = [
        "naam",
        TekstKolom("code", label="Code", waarde=lambda rij: rij.code, width="12%"),
        TekstKolom("hostnamen", label="Hostnamen", waarde=lambda rij: ", ".join(rij.hostnamen), width="30%"),
        TekstKolom(
            "deelname",
            label="Doet mee vanaf",
            waarde=lambda rij: dag(rij.deelname_van, "altijd"),
            width="18%",
        ),
    ]
    zoekvelden = ("naam", "slug", "code")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("naam"), FieldPanel("slug"), FieldPanel("code"), FieldPanel("owms_uri")],
                heading="Welke gemeente",
            ),
            MultiFieldPanel(
                [FieldPanel("telefoon"), FieldPanel("telefoon_buitenland"), FieldPanel("website")],
                heading="Bereikbaar",
            ),
            MultiFieldPanel([FieldPanel("hostnamen"), FieldPanel("thema")], heading="Website"),
            FieldRowPanel([FieldPanel("deelname_van"), FieldPanel("deelname_tot")], heading="Deelname"),
            MultiFieldPanel(
                [FieldPanel("twee_paar_ogen"), FieldPanel("centrum_beslist")], heading="Wie publiceert"
            ),
        ],
        base_form_class=GemeenteForm,
    )


class RegioViewSet(RedactieViewSet):
    model = Regio
    icon = "globe"
    menu_label = "De regio"
    list_display = [
        "naam",
        TekstKolom("telefoon", label="Telefoon", waarde=lambda rij: rij.telefoon, width="20%"),
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("naam"),
            FieldPanel("telefoon"),
            FieldPanel("telefoon_buitenland"),
            FieldPanel("website"),
            FieldPanel("twee_paar_ogen"),
        ],
        base_form_class=RedactieForm,
    )


class LidmaatschapForm(RedactieForm):
    vast: ClassVar[tuple[str, ...]] = ("gebruiker",)


class LidmaatschapViewSet(RedactieViewSet):
    model = Lidmaatschap
    icon = "key"
    menu_label = "Rollen"
    list_display = [
        TekstKolom(
            "gebruiker",
            label="Gebruiker",
            waarde=lambda rij: persoonsnaam(rij.gebruiker),
        ),
        TekstKolom("rol", label="Rol", waarde=lambda rij: rij.get_rol_display(), sort_key="rol", width="30%"),
        TekstKolom("gemeente", label="Voor", waarde=lambda rij: rij.gemeente or "de hele regio", width="30%"),
    ]
    list_filter = ["rol", "gemeente"]
    zoekvelden = ("gebruiker__username", "gebruiker__first_name", "gebruiker__last_name")
    haal_op = (("gebruiker", "gemeente"), ())
    edit_handler = ObjectList(
        [FieldPanel("gebruiker"), FieldPanel("rol"), FieldPanel("gemeente"), FieldPanel("kanalen")],
        base_form_class=LidmaatschapForm,
    )


class BeantwoordingForm(RedactieForm):
    vast: ClassVar[tuple[str, ...]] = ("door", "voor")


class BeantwoordingViewSet(RedactieViewSet):
    model = Beantwoording
    icon = "group"
    menu_label = "Wie antwoordt voor wie"
    list_display = [
        TekstKolom("door", label="Medewerkers van", waarde=lambda rij: rij.door.naam, sort_key="door__naam"),
        TekstKolom("voor", label="Antwoorden ook voor", waarde=lambda rij: rij.voor.naam, width="30%"),
        TekstKolom(
            "kanalen",
            label="Via",
            waarde=lambda rij: ", ".join(Antwoordkanaal(lid).label.lower() for lid in rij.kanalen),
            width="30%",
        ),
    ]
    list_filter = ["door", "voor"]
    zoekvelden = ("door__naam", "voor__naam")
    haal_op = (("door", "voor"), ())
    edit_handler = ObjectList(
        [FieldPanel("door"), FieldPanel("voor"), FieldPanel("kanalen")], base_form_class=BeantwoordingForm
    )
