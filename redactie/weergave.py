"""The two projections of a merged and resolved product: what everybody may read, and what the desk reads besides.

Two types, so that a leak into a page, feed, public API or copied answer is a type error before it is a bug:
`PubliekeWeergave` has no place for an internal field or fact. Search documents, previews, websites and desk are all
made from these; `als_json()` is the content that a publication keeps (schemas in `redactie/schemas/`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from redactie.bronnen import KanaalBron
from redactie.keuzes import Herkomst
from redactie.nagekeken import Nagekeken
from redactie.oplossen import FeitHerkomst, OpgelostProduct, OpgelostVeld
from redactie.opmaak import naar_html, naar_platte_tekst
from redactie.samenvoegen import SamengesteldProduct
from redactie.te_herzien import TeHerzien
from redactie.veld import FEITELIJKE_VELDEN, INTERNE_VELDEN, PUBLIEKE_VELDEN, Veld

SCHEMA_PRODUCT = "antwoord/product/1"
SCHEMA_BALIE = "antwoord/product-balie/3"
TAAL = "nl"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class VeldWeergave:
    """One field as a reader gets it: `html` is safe, `tekst` is the same words without mark-up."""

    veld: Veld
    tekst: str
    html: str

    def als_json(self) -> Json:
        return {"veld": self.veld.value, "kop": self.veld.kop, "tekst": self.tekst, "html": self.html}


@dataclass(frozen=True, slots=True)
class PubliekeWeergave:
    bereik: str
    sleutel: str
    soort: str
    status: str
    status_toelichting: str
    status_html: str
    verwijst_naar: str | None
    titel: str
    samenvatting: str
    velden: tuple[VeldWeergave, ...]
    """The public fields with a text, in the order of a website, without titel and samenvatting."""
    kanalen: tuple[KanaalBron, ...]
    upn: tuple[tuple[str, str], ...]
    rechtsgronden: tuple[str, ...]
    doelgroepen: tuple[str, ...]
    themas: tuple[str, ...]
    trefwoorden: tuple[str, ...]
    verwant: tuple[str, ...]
    contactpunt: str | None
    """Key of the Contactpunt that takes the calls; its numbers and hours stand in the gemeente document."""

    def als_json(self) -> Json:
        return {
            "schema": SCHEMA_PRODUCT,
            "bereik": self.bereik,
            "sleutel": self.sleutel,
            "soort": self.soort,
            "status": self.status,
            "status_toelichting": self.status_toelichting,
            "status_html": self.status_html,
            "verwijst_naar": self.verwijst_naar,
            "kanalen": [_kanaal_json(kanaal) for kanaal in self.kanalen],
            "upn": [{"uri": uri, "naam": naam} for uri, naam in self.upn],
            "rechtsgronden": list(self.rechtsgronden),
            "doelgroepen": list(self.doelgroepen),
            "themas": list(self.themas),
            "trefwoorden": list(self.trefwoorden),
            "verwant": list(self.verwant),
            "contactpunt": self.contactpunt,
            "talen": {
                TAAL: {
                    "titel": self.titel,
                    "samenvatting": self.samenvatting,
                    "velden": [veld.als_json() for veld in self.velden],
                }
            },
        }


@dataclass(frozen=True, slots=True)
class VeldHerkomst:
    """At the desk: where the text of a field comes from, and what the region says instead."""

    veld: Veld
    herkomst: Herkomst
    reden: str = ""
    regio_tekst: str = ""
    regio_html: str = ""
    te_herzien: TeHerzien | None = None

    def als_json(self) -> Json:
        wacht = self.te_herzien
        return {
            "veld": self.veld.value,
            "herkomst": self.herkomst.value,
            "reden": self.reden,
            "regio_tekst": self.regio_tekst,
            "regio_html": self.regio_html,
            "te_herzien": None
            if wacht is None
            else {
                "sinds": wacht.sinds.isoformat(),
                "klasse": wacht.klasse.value,
                "toelichting": wacht.toelichting,
            },
        }


@dataclass(frozen=True, slots=True)
class BalieWeergave:
    """What the desk reads beside the public view: internal fields, provenance, warnings. Never leaves the desk."""

    publiek: PubliekeWeergave
    velden: tuple[VeldWeergave, ...]
    """The internal fields with a text."""
    herkomst: tuple[VeldHerkomst, ...]
    """One per field whose text is not simply the region's."""
    feiten: tuple[FeitHerkomst, ...]
    eigenaar: str | None
    controledatum: str | None
    nagekeken: Nagekeken
    eigen_product: bool
    spreekantwoord_nakijken: bool
    """A factual field is local and the spoken answer is not: it may not hold here."""

    def als_json(self) -> Json:
        """Only what the public view has not; a publication keeps the two beside each other."""
        return {
            "schema": SCHEMA_BALIE,
            "bereik": self.publiek.bereik,
            "sleutel": self.publiek.sleutel,
            "velden": [veld.als_json() for veld in self.velden],
            "herkomst": [lid.als_json() for lid in self.herkomst],
            "feiten": [feit.als_json() for feit in self.feiten],
            "eigenaar": self.eigenaar,
            "controledatum": self.controledatum,
            "nagekeken": self.nagekeken.als_json(),
            "eigen_product": self.eigen_product,
            "spreekantwoord_nakijken": self.spreekantwoord_nakijken,
        }


def publieke_weergave(product: OpgelostProduct) -> PubliekeWeergave:
    """The public projection: iterates over the public fields, and over nothing else."""
    per_veld = {veld.veld: veld for veld in product.velden}
    velden = _met_woorden(
        per_veld[veld] for veld in PUBLIEKE_VELDEN if veld in per_veld and not veld.platte_tekst
    )
    samengesteld = product.samengesteld
    return PubliekeWeergave(
        bereik=samengesteld.bereik,
        sleutel=samengesteld.sleutel,
        soort=samengesteld.productsoort.value,
        status=samengesteld.status.value,
        status_toelichting=naar_platte_tekst(product.status_toelichting),
        status_html=naar_html(product.status_toelichting),
        verwijst_naar=samengesteld.verwijst_naar,
        titel=_plat(per_veld.get(Veld.TITEL)),
        samenvatting=_plat(per_veld.get(Veld.SAMENVATTING)),
        velden=velden,
        kanalen=product.kanalen,
        upn=tuple((upn.uri, upn.naam) for upn in samengesteld.upn),
        rechtsgronden=tuple(dict.fromkeys(grond for upn in samengesteld.upn for grond in upn.rechtsgronden)),
        doelgroepen=samengesteld.doelgroepen,
        themas=samengesteld.themas,
        trefwoorden=samengesteld.trefwoorden,
        verwant=samengesteld.verwant,
        contactpunt=samengesteld.behandelaar,
    )


def balie_weergave(product: OpgelostProduct) -> BalieWeergave:
    samengesteld = product.samengesteld
    anders = {veld.veld for veld in samengesteld.velden if veld.herkomst is not Herkomst.CENTRAAL}
    return BalieWeergave(
        publiek=publieke_weergave(product),
        velden=_met_woorden(veld for veld in product.velden if veld.veld in INTERNE_VELDEN),
        herkomst=tuple(_herkomst(product, veld) for veld in product.velden if veld.veld in anders),
        feiten=product.feiten,
        eigenaar=samengesteld.eigenaar,
        controledatum=samengesteld.controledatum.isoformat() if samengesteld.controledatum else None,
        nagekeken=samengesteld.nagekeken,
        eigen_product=samengesteld.eigen_product,
        spreekantwoord_nakijken=_spreekantwoord_nakijken(samengesteld, anders),
    )


def _spreekantwoord_nakijken(samengesteld: SamengesteldProduct, anders: set[Veld]) -> bool:
    heeft = samengesteld.veld(Veld.SPREEKANTWOORD) is not None
    return heeft and Veld.SPREEKANTWOORD not in anders and not anders.isdisjoint(FEITELIJKE_VELDEN)


def _met_woorden(velden: Iterable[OpgelostVeld]) -> tuple[VeldWeergave, ...]:
    """The fields that say something: a hidden one, white space or a lone `###` does not."""
    return tuple(weergave for veld in velden if (weergave := _weergave(veld)).tekst.strip())


def _weergave(veld: OpgelostVeld) -> VeldWeergave:
    return VeldWeergave(veld.veld, *_gerenderd(veld.veld, veld.tekst))


def _gerenderd(veld: Veld, tekst: str) -> tuple[str, str]:
    """The words and the HTML of a text; titel and samenvatting are plain text and never read as Markdown."""
    if veld.platte_tekst:
        return tekst, escape(tekst, quote=False)
    return naar_platte_tekst(tekst), naar_html(tekst)


def _plat(veld: OpgelostVeld | None) -> str:
    return veld.tekst if veld is not None else ""


def _herkomst(product: OpgelostProduct, veld: OpgelostVeld) -> VeldHerkomst:
    bron = product.samengesteld.veld(veld.veld)
    assert bron is not None
    regio_tekst, regio_html = _gerenderd(veld.veld, veld.regio_tekst)
    return VeldHerkomst(
        veld=veld.veld,
        herkomst=bron.herkomst,
        reden="; ".join(afwijking.reden for afwijking in bron.afwijkingen if afwijking.reden),
        regio_tekst=regio_tekst,
        regio_html=regio_html,
        te_herzien=bron.te_herzien,
    )


def _kanaal_json(kanaal: KanaalBron) -> Json:
    return {
        "actie": kanaal.actie.value,
        "wijze": kanaal.wijze.value,
        "adres": kanaal.adres,
        "label": kanaal.label or kanaal.actie.label,
        "inlogmiddel": kanaal.inlogmiddel.value,
        "niveau": kanaal.niveau.value if kanaal.niveau else None,
        "aangewezen": kanaal.aangewezen,
    }
