"""What stood in a bereik at a moment, ready to show: texts, facts, notices and hours, from kept contents alone.

What this reader may not see is left out here, before any template: without `intern` the desk's content gives nothing
but where each public field came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from kennisbank.mededelingen.geldig import Mededeling, geldend_in, over, zaken_van
from kennisbank.openingstijden import openingen_uit_json
from kennisbank.website.uren import Uren, uren_van
from redactie.baliekaart import Anders, KaartVeld, baliekaart
from sync.canoniek import hash_van
from sync.models import Documentsoort, Toestand, Uitgave
from sync.verantwoording import Verantwoording, verantwoord
from sync.verleden import op_moment

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bewaard:
    """One kept content as it stands in the database; `naam` says of which document and for whom it is."""

    naam: str
    json: str
    hash: str

    @property
    def klopt(self) -> bool:
        return hash_van(self.json) == self.hash


@dataclass(frozen=True, slots=True)
class Veldtoen:
    kop: str
    html: str
    anders: Anders | None


@dataclass(frozen=True, slots=True)
class Feittoen:
    """`naam` as a text names it: `tarief:paspoort-18-plus`."""

    naam: str
    waarde: str
    herkomst: str


@dataclass(frozen=True, slots=True)
class Plektoen:
    """A contact point or a location, with its hours as they were known then."""

    naam: str
    regels: tuple[str, ...]
    uren: Uren


@dataclass(frozen=True, slots=True)
class Producttoen:
    """`publiek` None: it had been withdrawn. `intern` is empty for who reads no internal text."""

    uitgave: Uitgave
    sleutel: str
    titel: str
    publiek: Json | None
    velden: tuple[Veldtoen, ...]
    kop_anders: tuple[KaartVeld, ...]
    intern: tuple[KaartVeld, ...]
    feiten: tuple[Feittoen, ...]
    mededelingen: tuple[Mededeling, ...]
    contactpunt: str
    verantwoording: Verantwoording | None
    bewaard: tuple[Bewaard, ...]


@dataclass(frozen=True, slots=True)
class Toen:
    """`gemeente` None: it took no part then. `producten` by title, the withdrawn ones last."""

    bereik: str
    op: datetime
    intern: bool
    gemeente: Json | None
    gemeente_uitgave: Uitgave | None
    contactpunten: tuple[Plektoen, ...]
    locaties: tuple[Plektoen, ...]
    mededelingen: tuple[Mededeling, ...]
    gemeente_bewaard: tuple[Bewaard, ...]
    producten: tuple[Producttoen, ...]

    @property
    def bewaard(self) -> tuple[Bewaard, ...]:
        return (*self.gemeente_bewaard, *(deel for lid in self.producten for deel in lid.bewaard))


def toen(
    bereik: str, op: datetime, user: Any, *, intern: bool, sleutel: str = "", verantwoording: bool = True
) -> Toen:
    """Everything of a bereik, or one product (`sleutel`) with the gemeente document. At most 9 queries."""
    waar = {"publicatie__sleutel__in": [sleutel, Documentsoort.GEMEENTE.value]} if sleutel else {}
    uitgaven = list(op_moment(bereik, op).filter(**waar))
    bij = verantwoord(uitgaven, op, user) if verantwoording else {}
    gemeente = next((lid for lid in uitgaven if lid.publicatie.documentsoort == Documentsoort.GEMEENTE), None)
    document = _inhoud(gemeente) if gemeente else None
    meldingen = _mededelingen(gemeente, op, intern=intern)
    producten = [
        _product(lid, document, meldingen, bij.get(lid.pk), intern=intern)
        for lid in uitgaven
        if lid.publicatie.documentsoort == Documentsoort.PRODUCT
    ]
    return Toen(
        bereik=bereik,
        op=op,
        intern=intern,
        gemeente=document,
        gemeente_uitgave=gemeente,
        contactpunten=_contactpunten(document, op),
        locaties=_locaties(document, op),
        mededelingen=meldingen,
        gemeente_bewaard=tuple(_bewaard(gemeente, intern=intern)) if gemeente else (),
        producten=tuple(
            sorted(producten, key=lambda lid: (lid.publiek is None, lid.titel.casefold(), lid.sleutel))
        ),
    )


def _inhoud(uitgave: Uitgave) -> Json | None:
    return uitgave.publieke_inhoud.als_dict() if uitgave.toestand == Toestand.LIVE else None


def _mededelingen(uitgave: Uitgave | None, op: datetime, *, intern: bool) -> tuple[Mededeling, ...]:
    if uitgave is None or uitgave.toestand != Toestand.LIVE:
        return ()
    return geldend_in((uitgave.inhoud if intern else uitgave.publieke_inhoud).als_dict(), op)


def _product(
    uitgave: Uitgave,
    gemeente: Json | None,
    meldingen: Sequence[Mededeling],
    verantwoording: Verantwoording | None,
    *,
    intern: bool,
) -> Producttoen:
    sleutel = uitgave.publicatie.sleutel
    publiek = _inhoud(uitgave)
    if publiek is None:
        return Producttoen(
            uitgave=uitgave,
            sleutel=sleutel,
            titel=uitgave.publicatie.titel or sleutel,
            publiek=None,
            velden=(),
            kop_anders=(),
            intern=(),
            feiten=(),
            mededelingen=(),
            contactpunt="",
            verantwoording=verantwoording,
            bewaard=(),
        )
    kaart = baliekaart(publiek, uitgave.inhoud.als_dict(), intern=intern)
    anders = {veld.veld.value: veld.anders for veld in (*kaart.kop_anders, *kaart.velden)}
    los = (kaart.spreekantwoord, kaart.doorverbinden, kaart.toelichting, *kaart.velden)
    tekst = publiek["talen"]["nl"]
    return Producttoen(
        uitgave=uitgave,
        sleutel=sleutel,
        titel=tekst["titel"],
        publiek=publiek,
        velden=tuple(Veldtoen(lid["kop"], lid["html"], anders.get(lid["veld"])) for lid in tekst["velden"]),
        kop_anders=tuple(veld for veld in kaart.kop_anders if veld.anders is not None),
        intern=tuple(veld for veld in los if veld is not None and veld.intern and veld.html),
        feiten=tuple(_feiten(uitgave, intern=intern)),
        mededelingen=_over_dit(publiek, meldingen),
        contactpunt=_naam_van(gemeente, publiek["contactpunt"]),
        verantwoording=verantwoording,
        bewaard=tuple(_bewaard(uitgave, intern=intern)),
    )


def _feiten(uitgave: Uitgave, *, intern: bool) -> Iterator[Feittoen]:
    for feit in uitgave.bronnen.get("feiten", ()):
        # Kept before it was said whether a fact is internal: then it may be.
        if feit["waarde"] and (intern or not feit.get("intern", True)):
            yield Feittoen(feit["token"], feit["waarde"], feit["herkomst"] or "")


def _over_dit(publiek: Json, meldingen: Sequence[Mededeling]) -> tuple[Mededeling, ...]:
    zaken = zaken_van(
        publiek["sleutel"],
        status=publiek["status"],
        themas=publiek["themas"],
        inlogmiddelen=[kanaal["inlogmiddel"] for kanaal in publiek["kanalen"]],
    )
    return tuple(lid for lid in over(meldingen, zaken) if not lid.over_alles)


def _bewaard(uitgave: Uitgave, *, intern: bool) -> Iterator[Bewaard]:
    naam = f"{uitgave.publicatie.documentsoort}/{uitgave.publicatie.sleutel}"
    if uitgave.publieke_inhoud is not None:
        yield Bewaard(f"{naam} · website", uitgave.publieke_inhoud.json, uitgave.publieke_inhoud.hash)
    if intern and uitgave.inhoud is not None:
        yield Bewaard(f"{naam} · balie", uitgave.inhoud.json, uitgave.inhoud.hash)


def _naam_van(gemeente: Json | None, sleutel: str | None) -> str:
    punten = gemeente["contactpunten"] if gemeente else ()
    return next((punt["naam"] for punt in punten if punt["sleutel"] == sleutel), "")


def _contactpunten(gemeente: Json | None, op: datetime) -> tuple[Plektoen, ...]:
    return tuple(
        Plektoen(lid["naam"], _regels(lid["telefoon"], lid["e_mail"], lid["website"]), _uren(lid, op))
        for lid in (gemeente["contactpunten"] if gemeente else ())
    )


def _locaties(gemeente: Json | None, op: datetime) -> tuple[Plektoen, ...]:
    return tuple(
        Plektoen(
            lid["naam"],
            _regels(
                f"{lid['straat']} {lid['nummer']}", f"{lid['postcode']} {lid['plaats']}", lid["toelichting"]
            ),
            _uren(lid, op),
        )
        for lid in (gemeente["locaties"] if gemeente else ())
    )


def _regels(*regels: str) -> tuple[str, ...]:
    return tuple(regel.strip() for regel in regels if regel.strip())


def _uren(plek: Json, op: datetime) -> Uren:
    return uren_van(openingen_uit_json(plek["openingstijden"]), timezone.localtime(op))
