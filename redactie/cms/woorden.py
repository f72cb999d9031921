"""Themes and the national product names: the words by which people find things. Synonyms: `synoniemen.py`."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

from redactie.cms.formulier import RedactieForm
from redactie.cms.kolommen import Chip, ChipsColumn, TekstKolom
from redactie.cms.upnkiezer import UplZoekView
from redactie.cms.viewset import RedactieViewSet
from redactie.models import Thema, UplNaam


class ThemaViewSet(RedactieViewSet):
    model = Thema
    icon = "list-ul"
    list_display = [
        "naam",
        TekstKolom("soort", label="Soort", waarde=lambda rij: rij.get_soort_display(), width="18%"),
        TekstKolom("ouder", label="Valt onder", waarde=lambda rij: rij.ouder or "", width="22%"),
        TekstKolom(
            "volgorde", label="Volgorde", waarde=lambda rij: rij.volgorde, sort_key="volgorde", width="10%"
        ),
    ]
    list_filter = ["soort"]
    zoekvelden = ("naam", "sleutel")
    haal_op = (("ouder",), ())
    edit_handler = ObjectList(
        [
            FieldPanel("naam"),
            FieldPanel("sleutel"),
            FieldPanel("soort"),
            FieldPanel("inleiding"),
            FieldRowPanel([FieldPanel("ouder"), FieldPanel("volgorde")]),
        ],
        base_form_class=RedactieForm,
    )


def upl_chips(naam: UplNaam) -> list[Chip]:
    return [Chip("vervallen", "let-op")] if naam.vervallen_op else []


class UplNaamViewSet(RedactieViewSet):
    """Read only: `manage.py importeer_upl` keeps them."""

    model = UplNaam
    icon = "globe"
    list_display = [
        "naam",
        TekstKolom("uri", label="URI", waarde=lambda rij: rij.uri, width="44%"),
        ChipsColumn("stand", label="Stand", chips=upl_chips, width="12%"),
    ]
    zoekvelden = ("naam", "uri")
    inspect_view_enabled = True
    edit_handler = ObjectList([FieldPanel("naam", read_only=True), FieldPanel("uri", read_only=True)])

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("zoek/", self.construct_view(UplZoekView), name="zoek")]
