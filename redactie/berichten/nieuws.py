"""One thing in a mail: what it is, what changed, and the one address where the reader goes on.

A mail leaves this system and can be passed on, so of a field that only the desk reads it holds no text, nor does it
hold a text of a municipality: those are read on the screen, by whoever may.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from redactie.berichten.plaatselijk import Plaatselijk
from redactie.berichten.verschil import als_html, als_tekst, is_te_lang, verschil
from redactie.datums import datum_met_jaar
from redactie.keuzes import Berichtsoort, Klasse, Voorstelstand
from redactie.models import Berichtregel, LokaleVersie, Tekstversie
from redactie.post.adres import adres_in_mail
from redactie.teksten import tekst_voor
from redactie.veld import Veld
from redactie.woordverschil import Stuk

INTERN = "Dit veld leest alleen de balie. De tekst staat daarom niet in deze mail."


@dataclass(frozen=True, slots=True)
class Nieuws:
    """`kop` is also what a mail about nothing else is called. `verschil` is empty where no text is shown."""

    kop: str
    zinnen: tuple[str, ...]
    knop: str
    adres: str
    verschil: tuple[Stuk, ...] = ()

    @property
    def verschil_html(self) -> SafeString:
        return mark_safe(als_html(self.verschil))  # noqa: S308  escaped there

    @property
    def verschil_tekst(self) -> str:
        return als_tekst(self.verschil)


def nieuws_van(regel: Berichtregel, plaatselijk: Plaatselijk, eerste: Tekstversie | None) -> Nieuws | None:
    """None: there is nothing (any more) to say. `eerste`: the oldest text of this field that the mail is about."""
    return _MAKERS[Berichtsoort(regel.soort)](regel, plaatselijk, eerste)


def _te_herzien(regel: Berichtregel, plaatselijk: Plaatselijk, eerste: Tekstversie | None) -> Nieuws | None:
    tekst, gemeente = regel.tekstversie, regel.gemeente
    veld = Veld(tekst.veld)
    wacht = plaatselijk.wacht(tekst.product.sleutel, gemeente.slug, veld)
    versie = LokaleVersie.objects.filter(product=tekst.product_id, gemeente=gemeente).first()
    if wacht is None or versie is None:
        return None
    spoed = wacht.klasse is Klasse.SPOED
    wanneer = f"Spoed, vóór {datum_met_jaar(tekst.nakijken_voor)}: " if spoed and tekst.nakijken_voor else ""
    was = wacht.basis.tekst if wacht.basis is not None else ""
    zinnen = ["De regio veranderde een tekst waarvan uw gemeente afwijkt. Uw eigen tekst staat er nog."]
    return Nieuws(
        kop=f"{wanneer}te herzien: {_plek(tekst)} ({gemeente.naam})",
        **_wat(veld, tekst, zinnen, was, wacht.nu.tekst if wacht.nu is not None else ""),
        knop="Herzien",
        adres=adres_in_mail("wagtailsnippets_redactie_lokaleversie:herzien", versie.pk, veld.value),
    )


def _gewijzigd(regel: Berichtregel, plaatselijk: Plaatselijk, eerste: Tekstversie | None) -> Nieuws | None:
    tekst, gemeente = regel.tekstversie, regel.gemeente
    veld = Veld(tekst.veld)
    if plaatselijk.soort(tekst.product.sleutel, gemeente.slug, veld) is not Berichtsoort.GEWIJZIGD:
        return None
    was = tekst_voor(product=tekst.product, veld=tekst.veld, op=(eerste or tekst).vanaf)
    if was == tekst.tekst:
        return None  # taken back in the meantime
    zinnen = ["De regio veranderde deze tekst. Uw gemeente volgt de regio: zo staat het nu op uw website."]
    return Nieuws(
        kop=f"Gewijzigd op uw website: {_plek(tekst)} ({gemeente.naam})",
        **_wat(veld, tekst, zinnen, was, tekst.tekst),
        knop="Bekijk",
        adres=adres_in_mail("antwoord_naar_veld", gemeente.slug, tekst.product.sleutel, veld.value),
    )


def _wat(veld: Veld, tekst: Tekstversie, zinnen: list[str], was: str, wordt: str) -> dict[str, Any]:
    if tekst.toelichting.strip():
        zinnen.append(f"Waarom: {tekst.toelichting.strip()}")
    if veld.intern:
        return {"zinnen": (*zinnen, INTERN)}
    stukken = verschil(was, wordt)
    if is_te_lang(stukken):
        return {"zinnen": (*zinnen, "De wijziging is te lang voor een mail.")}
    return {"zinnen": tuple(zinnen), "verschil": stukken}


def _voorstel(regel: Berichtregel, plaatselijk: Plaatselijk, eerste: Tekstversie | None) -> Nieuws:
    lid = regel.voorstel
    return Nieuws(
        kop=f"Voorstel van {lid.gemeente.naam}: {_van(lid.product, lid.veld)}",
        zinnen=(f"{lid.gemeente.naam} biedt de regio een tekst aan.", f"Waarom: {lid.reden}"),
        knop="Bekijk het voorstel",
        adres=adres_in_mail("wagtailsnippets_redactie_regiovoorstel:edit", lid.pk),
    )


_UITKOMST = {
    Voorstelstand.OVERGENOMEN: "De regio neemt uw tekst over.",
    Voorstelstand.AANGEPAST: "De regio neemt uw tekst over, met wijzigingen.",
    Voorstelstand.AFGEWEZEN: "De regio neemt uw tekst niet over. Uw eigen tekst blijft staan.",
}


def _beslist(regel: Berichtregel, plaatselijk: Plaatselijk, eerste: Tekstversie | None) -> Nieuws | None:
    lid = regel.voorstel
    uitkomst = _UITKOMST.get(Voorstelstand(lid.stand))
    if uitkomst is None:
        return None
    zegt = (f"De regio zegt erbij: {lid.opmerking}",) if lid.opmerking else ()
    return Nieuws(
        kop=f"Uw voorstel: {_van(lid.product, lid.veld)} ({lid.gemeente.naam})",
        zinnen=(uitkomst, *zegt),
        knop="Bekijk wat ermee gebeurde",
        adres=adres_in_mail("wagtailsnippets_redactie_regiovoorstel:edit", lid.pk),
    )


def _feitencheck(regel: Berichtregel, plaatselijk: Plaatselijk, eerste: Tekstversie | None) -> Nieuws:
    """Nothing of the answer: somebody outside wrote it."""
    return Nieuws(
        kop="Antwoord op uw feitencheck",
        zinnen=("Iemand met de link gaf een oordeel over uw tekst.",),
        knop="Lees het antwoord",
        adres=adres_in_mail("wagtailsnippets_redactie_feitencheck:edit", regel.feitencheck_id),
    )


def _ingediend(regel: Berichtregel, plaatselijk: Plaatselijk, eerste: Tekstversie | None) -> Nieuws | None:
    return _van_taak(regel, "Wacht op u", "Iemand diende deze tekst in. U mag hem publiceren.", "Kijk na")


def _nagekeken(regel: Berichtregel, plaatselijk: Plaatselijk, eerste: Tekstversie | None) -> Nieuws | None:
    goed = regel.taakstand.status == regel.taakstand.STATUS_APPROVED
    zin = "Uw tekst is goedgekeurd." if goed else "Uw tekst is teruggestuurd: er is een aanpassing nodig."
    opmerking = (regel.taakstand.comment or "").strip()
    return _van_taak(regel, "Nagekeken", zin, "Bekijk", f"Opmerking: {opmerking}" if opmerking else "")


def _van_taak(regel: Berichtregel, kop: str, zin: str, knop: str, erbij: str = "") -> Nieuws | None:
    ding = regel.taakstand.workflow_state.content_object
    if ding is None:
        return None
    adres = adres_in_mail(ding.snippet_viewset.get_url_name("edit"), ding.pk)
    return Nieuws(f"{kop}: {ding}", tuple(filter(None, (zin, erbij))), knop, adres)


_MAKERS: dict[Berichtsoort, Callable[[Any, Plaatselijk, Tekstversie | None], Nieuws | None]] = {
    Berichtsoort.TE_HERZIEN: _te_herzien,
    Berichtsoort.GEWIJZIGD: _gewijzigd,
    Berichtsoort.VOORSTEL: _voorstel,
    Berichtsoort.BESLIST: _beslist,
    Berichtsoort.FEITENCHECK: _feitencheck,
    Berichtsoort.INGEDIEND: _ingediend,
    Berichtsoort.NAGEKEKEN: _nagekeken,
}


def _plek(tekst: Tekstversie) -> str:
    return _van(tekst.product, tekst.veld)


def _van(product: Any, veld: str) -> str:
    return f"{product}, {Veld(veld).kolom_label.lower()}"
