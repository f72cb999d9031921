"""Help in the menu: it opens the manual at the task of the screen somebody is on.

The addresses of other rooms' screens stand here as strings: wiring, no logic. A test holds both ends together.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from redactie.cms.handleiding import NAAM

# Address within the CMS → heading of docs/redacteuren.md; the longest that fits counts.
TAKEN: dict[str, str] = {
    "": "de-startpagina",
    "berichten/": "mail-over-wijzigingen",
    "contactpunten/": "openingstijden",
    "feitenchecks/": "een-feitencheck-vragen",
    "gegevens/": "een-gegeven-wijzigen",
    "links/": "links-naar-andere-sites-nakijken",
    "locaties/": "openingstijden",
    "logboek/": "het-logboek",
    "lokale-versies/": "afwijken-voor-uw-gemeente",
    "lokale-versies/aanbieden/": "een-tekst-aan-de-regio-voorstellen",
    "lokale-versies/herzien/": "herzien",
    "lokale-versies/opruimen/": "eigen-teksten-opruimen",
    "lokale-versies/spoedvoorstellen/": "een-voorstel-na-spoed",
    "lokale-versies/te-herzien/": "herzien",
    "lokale-versies/terugzetten/": "een-publicatie-terugdraaien",
    "lokale-versies/toewijzen/": "indienen-en-een-collega-vragen",
    "lokale-versies/nagekeken/": "een-tekst-controleren",
    "lokale-versies/workflow/": "nakijken-en-goedkeuren",
    "mededelingen/": "een-mededeling",
    "meldingen/": "een-melding-van-de-balie-beantwoorden",
    "post/": "mail-over-wijzigingen",
    "producten/": "een-tekst-wijzigen",
    "producten/add/": "een-eigen-product",
    "producten/bedragen/": "bedragen-die-iemand-in-een-tekst-typte",
    "producten/corrigeren/": "een-live-tekst-corrigeren",
    "producten/gebruik/": "zien-wie-naar-een-product-verwijst",
    "producten/gevolgen/": "eerst-de-gevolgen-zien",
    "producten/nagekeken/": "een-tekst-controleren",
    "producten/plannen/": "een-tekst-plannen",
    "producten/soort/": "toch-een-andere-soort-wijziging",
    "producten/spoed/": "met-spoed-publiceren",
    "producten/terugzetten/": "een-publicatie-terugdraaien",
    "producten/toewijzen/": "indienen-en-een-collega-vragen",
    "producten/upn/": "een-uniforme-productnaam-kiezen",
    "producten/workflow/": "nakijken-en-goedkeuren",
    "publicatie/": "zien-of-het-live-is",
    "regiovoorstellen/": "een-tekst-aan-de-regio-voorstellen",
    "synoniemen/": "beter-gevonden-worden",
    "tarieven/": "een-tarief-voor-volgend-jaar",
    "tarieven/inlezen/": "bedragen-in-een-rekenblad",
    "ter-goedkeuring/": "nakijken-en-goedkeuren",
    "terugblik/": "wat-stond-er-toen",
    "uitkomsten/": "zien-hoe-het-aan-de-balie-gaat",
    "upl-namen/": "een-uniforme-productnaam-kiezen",
    "vervangingen/": "indienen-en-een-collega-vragen",
    "zoekuitleg/": "beter-gevonden-worden",
    "zonder-antwoord/": "beter-gevonden-worden",
}


def taak_bij(pad: str) -> str:
    """The heading for a screen, by its address after `/redactie/`; empty where the manual says nothing of it."""
    if not pad:
        return TAKEN[""]
    passend = [begin for begin in TAKEN if begin and pad.startswith(begin)]
    return TAKEN[max(passend, key=len)] if passend else ""


class HulpItem(MenuItem):
    """Its address depends on the screen it stands beside."""

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        taak = taak_bij(request.path.removeprefix(reverse("wagtailadmin_home")))
        adres = f"{self.url}#{taak}" if taak else self.url
        return LinkMenuItem(self.name, self.label, adres, icon_name=self.icon_name, classname=self.classname)


def hulp_item() -> HulpItem:
    return HulpItem("Hulp bij dit scherm", reverse(NAAM), name="hulp", icon_name="help", order=9900)
