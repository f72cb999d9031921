"""The answer card of the desk: one product as an agent reads it, in the agents' order.

Pure. Made from the two contents that a publication keeps (`PubliekeWeergave.als_json()`, `BalieWeergave.als_json()`),
so that desk and CMS preview show the same. For a reader without the right to internal text the internal fields, and
all that is said about them, never enter the card. Contact point and notices stand beside it, elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from redactie.eigenfeiten import eigen_feiten, eigen_per_veld
from redactie.kaartfeit import CIJFERS, REGELEN, KaartFeit, kaartfeit
from redactie.keuzes import Herkomst, Inlogmiddel, KanaalWijze, Productsoort, Status
from redactie.nagekeken import Nagekeken, Nakijkbeurt
from redactie.veld import BALIE_VOLGORDE, FEITELIJKE_VELDEN, Veld

Json = Mapping[str, Any]
TAAL = "nl"
DEZE_GEMEENTE = "deze gemeente"
_VELDEN = {veld.value: veld for veld in Veld}

KORT: Mapping[Veld, str] = {
    Veld.TITEL: "Titel",
    Veld.SAMENVATTING: "Samenvatting",
    Veld.WANNEER: "Wanneer",
    Veld.AANPAK: "Hoe",
    Veld.MEENEMEN: "Meenemen",
    Veld.TERMIJN: "Termijn",
    Veld.DAARNA: "Daarna",
    Veld.MEER_INFORMATIE: "Meer informatie",
}
"""Shorter headings, where the one of the website asks for a whole line."""

EIGEN_PLEK = (Veld.SPREEKANTWOORD, Veld.DOORVERBINDEN, Veld.INTERNE_TOELICHTING)
"""Fields with a box of their own; the others are rows."""

FEITEN = (Veld.KOSTEN, Veld.TERMIJN, Veld.MEENEMEN, Veld.AANPAK, Veld.VOORWAARDEN)
"""What callers ask, in that order."""


@dataclass(frozen=True, slots=True)
class Anders:
    """That, why and how a field is not what the region says."""

    herkomst: Herkomst
    reden: str
    regio_html: str
    te_herzien_sinds: datetime | None = None
    te_herzien_omdat: str = ""

    @property
    def label(self) -> str:
        if self.herkomst is Herkomst.GEMENGD:
            return "aangevuld op de regio"
        if self.herkomst is Herkomst.VERBORGEN:
            return "hier weggelaten"
        return "anders dan de regio"


@dataclass(frozen=True, slots=True)
class KaartVeld:
    """One field; `html` is safe, and empty when the municipality hides the field."""

    veld: Veld
    html: str
    anders: Anders | None = None
    eigen: str = ""
    """That an amount or fact in the region's words is the municipality's own: “eigen bedrag van Dordrecht”."""

    @property
    def kop(self) -> str:
        return KORT.get(self.veld) or self.veld.kop

    @property
    def intern(self) -> bool:
        return self.veld.intern

    @property
    def cijfer(self) -> int | None:
        """The key that goes to this field; the same on every card."""
        return CIJFERS.get(self.veld)


@dataclass(frozen=True, slots=True)
class KaartKanaal:
    """A way to do it; `adres` is empty where there is nothing to press."""

    label: str
    wijze: str
    adres: str
    inloggen: str
    aangewezen: bool

    @property
    def middel(self) -> str:
        """With what somebody signs in, without the verb."""
        return self.inloggen.removeprefix("Inloggen met ")


@dataclass(frozen=True, slots=True)
class Baliekaart:
    bereik: str
    sleutel: str
    soort: Productsoort
    status: Status
    status_html: str
    verwijst_naar: str | None
    titel: str
    samenvatting: str
    samenvatting_eigen: str
    kop_anders: tuple[KaartVeld, ...]
    """Title and summary, when they are not the region's."""
    spreekantwoord: KaartVeld | None
    nakijken: tuple[str, ...]
    """Headings of the local fields that the spoken answer, which is the region's, may not agree with."""
    eigen_feiten: bool
    """Some amount, address or term in these texts is the municipality's own."""
    velden: tuple[KaartVeld, ...]
    doorverbinden: KaartVeld | None
    toelichting: KaartVeld | None
    kanalen: tuple[KaartKanaal, ...]
    verwant: tuple[str, ...]
    contactpunt: str | None
    eigenaar: str | None
    controledatum: date | None
    nagekeken: tuple[Nakijkbeurt, ...]
    """By the centre, by the municipality; what is not known is left out."""
    eigen_product: bool

    @property
    def anders(self) -> tuple[KaartVeld, ...]:
        """Every field that is not the region's."""
        los = (self.spreekantwoord, self.doorverbinden, self.toelichting)
        alle = (*self.kop_anders, *self.velden, *(veld for veld in los if veld is not None))
        return tuple(veld for veld in alle if veld.anders is not None)

    @property
    def is_aangeboden(self) -> bool:
        return self.status is Status.AANGEBODEN

    @property
    def feiten(self) -> tuple[KaartFeit, ...]:
        """What costs, time, bringing, how and for whom say at a glance, in that order."""
        rijen = {veld.veld: veld for veld in self.velden}
        return tuple(kaartfeit(rijen[veld]) for veld in FEITEN if veld in rijen)

    @property
    def los_regelen(self) -> bool:
        """There are ways to do it, and no text on how: they are a fact of their own."""
        return bool(self.kanalen) and not any(feit.is_aanpak for feit in self.feiten)

    @property
    def niet_opgelost(self) -> KaartFeit | None:
        return _los_feit(self.doorverbinden)

    @property
    def intern_kort(self) -> KaartFeit | None:
        return _los_feit(self.toelichting)

    @property
    def wordt_nagekeken_sinds(self) -> datetime | None:
        """Since when some field waits for the municipality to look at it again."""
        sinds = (veld.anders.te_herzien_sinds for veld in self.anders if veld.anders is not None)
        return min((moment for moment in sinds if moment is not None), default=None)

    @property
    def cijfer_regelen(self) -> int:
        return REGELEN


def _los_feit(veld: KaartVeld | None) -> KaartFeit | None:
    return kaartfeit(veld) if veld is not None and veld.html else None


def baliekaart(publiek: Json, balie: Json, *, intern: bool, gemeente: str = DEZE_GEMEENTE) -> Baliekaart:
    """The card of one product. `intern`: this reader may see internal fields. `gemeente`: its name, for the marks."""
    inhoud = publiek["talen"][TAAL]
    herkomst = _herkomst(balie, intern=intern)
    teksten = _teksten(inhoud, balie, intern=intern)
    feiten = eigen_feiten(balie["feiten"], publiek["bereik"]) if intern else ()
    eigen = {} if balie["eigen_product"] else eigen_per_veld(feiten, gemeente)
    eigen = {veld: label for veld, label in eigen.items() if not _eigen_tekst(herkomst.get(veld))}
    velden = {
        veld: KaartVeld(veld, teksten.get(veld, ""), herkomst.get(veld), eigen.get(veld, ""))
        for veld in Veld
        if veld in teksten or veld in herkomst
    }
    return Baliekaart(
        bereik=publiek["bereik"],
        sleutel=publiek["sleutel"],
        soort=Productsoort(publiek["soort"]),
        status=Status(publiek["status"]),
        status_html=publiek["status_html"],
        verwijst_naar=publiek["verwijst_naar"],
        titel=inhoud["titel"],
        samenvatting=inhoud["samenvatting"],
        samenvatting_eigen=eigen.get(Veld.SAMENVATTING, ""),
        kop_anders=tuple(velden[veld] for veld in (Veld.TITEL, Veld.SAMENVATTING) if veld in velden),
        spreekantwoord=velden.get(Veld.SPREEKANTWOORD),
        nakijken=_nakijken(balie, herkomst) if intern else (),
        eigen_feiten=bool(feiten),
        velden=tuple(velden[veld] for veld in BALIE_VOLGORDE if veld in velden and veld not in EIGEN_PLEK),
        doorverbinden=velden.get(Veld.DOORVERBINDEN),
        toelichting=velden.get(Veld.INTERNE_TOELICHTING),
        kanalen=tuple(_kanaal(lid) for lid in publiek["kanalen"]),
        verwant=tuple(publiek["verwant"]),
        contactpunt=publiek["contactpunt"],
        eigenaar=balie["eigenaar"],
        controledatum=date.fromisoformat(balie["controledatum"]) if balie["controledatum"] else None,
        nagekeken=Nagekeken.uit_json(balie.get("nagekeken", {})).beurten(
            DEZE_GEMEENTE if gemeente == DEZE_GEMEENTE else f"gemeente {gemeente}",
            eigen_product=balie["eigen_product"],
        ),
        eigen_product=balie["eigen_product"],
    )


def _teksten(inhoud: Json, balie: Json, *, intern: bool) -> dict[Veld, str]:
    """Field → HTML. Of the desk's content only internal fields count, and only for who may see them."""
    teksten = {_VELDEN[lid["veld"]]: lid["html"] for lid in inhoud["velden"]}
    teksten = {veld: html for veld, html in teksten.items() if not veld.intern}
    if intern:
        teksten |= {_VELDEN[lid["veld"]]: lid["html"] for lid in balie["velden"]}
    return teksten


def _herkomst(balie: Json, *, intern: bool) -> dict[Veld, Anders]:
    per_veld = {_VELDEN[lid["veld"]]: _anders(lid) for lid in balie["herkomst"]}
    return {veld: anders for veld, anders in per_veld.items() if intern or not veld.intern}


def _eigen_tekst(anders: Anders | None) -> bool:
    """The words themselves are the municipality's (or hidden): no need to say it of an amount in them."""
    return anders is not None and anders.herkomst is not Herkomst.GEMENGD


def _anders(lid: Json) -> Anders:
    wacht = lid["te_herzien"]
    return Anders(
        herkomst=Herkomst(lid["herkomst"]),
        reden=lid["reden"],
        regio_html=lid["regio_html"],
        te_herzien_sinds=datetime.fromisoformat(wacht["sinds"]) if wacht else None,
        te_herzien_omdat=wacht["toelichting"] if wacht else "",
    )


def _nakijken(balie: Json, herkomst: Mapping[Veld, Anders]) -> tuple[str, ...]:
    if not balie["spreekantwoord_nakijken"]:
        return ()
    return tuple(
        KORT.get(veld) or veld.kop
        for veld in BALIE_VOLGORDE
        if veld in FEITELIJKE_VELDEN and veld in herkomst
    )


def _kanaal(lid: Json) -> KaartKanaal:
    middel = Inlogmiddel(lid["inlogmiddel"])
    return KaartKanaal(
        label=lid["label"],
        wijze=KanaalWijze(lid["wijze"]).label,
        adres=lid["adres"] or "",
        inloggen=middel.label if middel is not Inlogmiddel.GEEN else "",
        aangewezen=lid["aangewezen"],
    )
