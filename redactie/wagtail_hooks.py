"""What this room hangs into Wagtail: screens, menu, log, actions. Hooks only; each does its work elsewhere."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from redactie.bedenktijd import TERUGGENOMEN
from redactie.beeindigen import BEEINDIGD
from redactie.berichten.sturen import poststapel
from redactie.cms import (
    berichten,
    feitencheck,
    goedkeurlijst,
    invoegen,
    logboek,
    naarveld,
    post,
    spoedvoorstel,
)
from redactie.cms.handbedragen import bedragen_item
from redactie.cms.handleiding import handleidingadres
from redactie.cms.herzienlijst import herzien_item
from redactie.cms.hulp import hulp_item
from redactie.cms.menu import GROEPEN, alleen_wat_hier_is, rooster_item
from redactie.cms.opruimen import opruim_item
from redactie.cms.publiceren import PubliceerAction, alleen_wat_mag
from redactie.cms.regiovoorstellen import wachtzinnen as voorstelzinnen
from redactie.cms.start import panelen
from redactie.cms.taal import taaladres
from redactie.cms.upnlijst import upnlijst_item
from redactie.cms.uren import wachtzinnen as feestdagzinnen
from redactie.feitencheck.vastleggen import GEANTWOORD, GEVRAAGD, VERWERKT
from redactie.feitencheck.vastleggen import INGETROKKEN as CHECK_INGETROKKEN
from redactie.herclasseren import HERINGEDEELD
from redactie.herzien import BESLIST
from redactie.indienen import TOEGEWEZEN
from redactie.models import LogRegel, LokaleVersie, Product
from redactie.nakijken import NAGEKEKEN
from redactie.rechten.policy import modellen
from redactie.regiovoorstellen import AFGEWEZEN as VOORSTEL_AFGEWEZEN
from redactie.regiovoorstellen import INGEDIEND as VOORSTEL_GEDAAN
from redactie.regiovoorstellen import INGETROKKEN as VOORSTEL_INGETROKKEN
from redactie.regiovoorstellen import OVERGENOMEN as VOORSTEL_OVERGENOMEN
from redactie.spoedpublicatie import GECONTROLEERD, MET_SPOED
from redactie.spoedvoorstellen import VOORGESTELD
from redactie.tarieven import VASTGESTELD
from redactie.teksten import GECORRIGEERD, GEPLAND, INGETROKKEN
from redactie.terugzetten import TERUG_GEVRAAGD, TERUGGEZET
from redactie.vastzetten import VASTGEZET

HANDELINGEN = (
    (GEPLAND, "Tekst gepland", "Een tekst gepland"),
    (INGETROKKEN, "Geplande tekst ingetrokken", "Een geplande tekst ingetrokken"),
    (GECORRIGEERD, "Live tekst gecorrigeerd", "De gepubliceerde tekst gecorrigeerd"),
    (HERINGEDEELD, "Soort wijziging veranderd", "De soort van een wijziging veranderd"),
    (VASTGESTELD, "Tarief vastgesteld", "Een tarief vastgesteld"),
    (VASTGEZET, "Veld vastgezet door de regio", "De regio zette een veld met een eigen tekst vast"),
    (NAGEKEKEN, "Nagekeken, nog juist", "De tekst nagekeken: nog juist"),
    (TERUGGEZET, "Publicatie teruggedraaid", "De laatste publicatie teruggedraaid"),
    (TERUG_GEVRAAGD, "Terugdraaien gevraagd", "Gevraagd om de laatste publicatie terug te draaien"),
    (TOEGEWEZEN, "Aan een collega gevraagd", "Een collega gevraagd om een concept na te kijken"),
    (MET_SPOED, "Met spoed gepubliceerd", "Met spoed gepubliceerd, vóór een collega het nakeek"),
    (GECONTROLEERD, "Spoed gecontroleerd", "Een met spoed gepubliceerde tekst gecontroleerd"),
    (VOORGESTELD, "Voorstel na spoed", "Een versie voorgesteld na een spoedwijziging"),
    (BESLIST, "Eigen tekst herzien", "Over een eigen tekst beslist"),
    (GEVRAAGD, "Feitencheck gevraagd", "Een link gemaakt om een tekst te laten nakijken"),
    (GEANTWOORD, "Feitencheck beantwoord", "Iemand met de link gaf antwoord"),
    (VERWERKT, "Feitencheck verwerkt", "Een antwoord verwerkt"),
    (CHECK_INGETROKKEN, "Feitencheck ingetrokken", "De link ingetrokken"),
    (BEEINDIGD, "Eigen tekst beëindigd", "Een eigen tekst beëindigd"),
    (VOORSTEL_GEDAAN, "Voorstel aan de regio", "Een eigen tekst aan de regio aangeboden"),
    (VOORSTEL_INGETROKKEN, "Voorstel ingetrokken", "Een voorstel aan de regio ingetrokken"),
    (VOORSTEL_OVERGENOMEN, "Voorstel overgenomen", "Een voorstel van een gemeente overgenomen"),
    (VOORSTEL_AFGEWEZEN, "Voorstel niet overgenomen", "Een voorstel van een gemeente niet overgenomen"),
    (TERUGGENOMEN, "Besluit teruggenomen", "Een besluit over een eigen tekst teruggenomen"),
)

for groep in GROEPEN:
    register_snippet(groep)

hooks.register("construct_main_menu", alleen_wat_hier_is)
hooks.register("construct_snippet_action_menu", alleen_wat_mag)
hooks.register("construct_homepage_panels", panelen)
hooks.register("register_admin_urls", taaladres)
hooks.register("register_admin_urls", naarveld.adressen)
hooks.register("register_admin_urls", invoegen.adressen)
hooks.register("register_admin_urls", handleidingadres)
hooks.register("register_admin_urls", logboek.adressen)
hooks.register("register_admin_urls", goedkeurlijst.adressen)
hooks.register("antwoord_wachtzinnen", goedkeurlijst.wachtzinnen)
hooks.register("register_antwoord_teksten", goedkeurlijst.goedkeur_item)
hooks.register("antwoord_wachtzinnen", spoedvoorstel.wachtzinnen)
hooks.register("register_antwoord_teksten", spoedvoorstel.voorstellen_item)
hooks.register("register_admin_urls", post.adressen)
hooks.register("register_admin_urls", berichten.adressen)
hooks.register("register_account_menu_item", berichten.accountknop)
hooks.register("register_admin_menu_item", berichten.menu_item)
hooks.register("antwoord_post", poststapel)
hooks.register("antwoord_wachtzinnen", feitencheck.wachtzinnen)
hooks.register("antwoord_wachtzinnen", feestdagzinnen)
hooks.register("antwoord_wachtzinnen", post.wachtzinnen)
hooks.register("antwoord_wachtzinnen", voorstelzinnen)
hooks.register("register_reports_menu_item", logboek.menu_item)
hooks.register("register_reports_menu_item", post.menu_item)
hooks.register("register_antwoord_teksten", herzien_item)
hooks.register("register_antwoord_teksten", opruim_item)
hooks.register("register_antwoord_teksten", upnlijst_item)
hooks.register("register_admin_menu_item", hulp_item)
hooks.register("register_antwoord_feiten", rooster_item)
hooks.register("register_antwoord_feiten", bedragen_item)


@hooks.register("register_actions")
def registreer_acties(registry: Any) -> None:
    for model in (Product, LokaleVersie):
        registry.register(model, PubliceerAction)


@hooks.register("register_log_actions")
def registreer_log(registry: Any) -> None:
    for model in (*modellen(), get_user_model()):
        registry.register_model(model, LogRegel)


@hooks.register("register_log_actions")
def registreer_handelingen(registry: Any) -> None:
    for actie, wat, zin in HANDELINGEN:
        registry.register_action(actie, wat, zin)


@hooks.register("insert_global_admin_css")
def stijl() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("redactie/redactie.css"))


@hooks.register("insert_editor_js")
def script() -> SafeString:
    namen = ("voorbeeld", "afwijking", "uitwerking", "gevolgen", "naarveld", "eigenversie")
    bestanden = [f"redactie/{naam}.js" for naam in namen]
    return format_html_join("", '<script src="{}" defer></script>', ((static(naam),) for naam in bestanden))
