"""The block in the bar of one desk: which notices hold now, and which of them this person still has to read.

Asked by every open desk every ten seconds: one query, and the documents themselves are in memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db.models import CharField, Value

from kennisbank.balie.toegang import Plek
from kennisbank.mededelingen.geldig import Mededeling, geldend_in
from kennisbank.models import GelezenMededeling
from kennisbank.publicaties import inhoud_van, lijst
from sync.models import Documentsoort, Publicatie, Toestand


@dataclass(frozen=True, slots=True)
class Blokrij:
    """`te_lezen`: important, and this agent has not said that it was read, in these words."""

    mededeling: Mededeling
    te_lezen: bool


@dataclass(frozen=True, slots=True)
class Mededelingenblok:
    bereik: str
    rijen: tuple[Blokrij, ...]

    @property
    def te_lezen(self) -> int:
        return sum(lid.te_lezen for lid in self.rijen)

    @property
    def etag(self) -> str:
        """Changes with what is on the screen, and with nothing else."""
        delen = (
            f"{lid.mededeling.sleutel} {lid.mededeling.vingerafdruk} {lid.mededeling.belangrijk} {lid.te_lezen}"
            for lid in self.rijen
        )
        return sha256("\n".join((self.bereik, *delen)).encode()).hexdigest()[:32]

    def met_titels(self) -> list[tuple[Blokrij, list[tuple[str, str]]]]:
        """With each the products that it is about and that are live here: key and title. 0 or 1 query."""
        sleutels = {sleutel for lid in self.rijen for sleutel in lid.mededeling.producten}
        titels = {regel.sleutel: regel.titel for regel in lijst(self.bereik, sleutels)} if sleutels else {}
        return [
            (
                lid,
                [(sleutel, titels[sleutel]) for sleutel in lid.mededeling.producten if sleutel in titels],
            )
            for lid in self.rijen
        ]


def mededelingenblok(plek: Plek, gebruiker: Any, nu: datetime) -> Mededelingenblok:
    """Who reads along gets what is on the website, and is not asked to say that it was read. 1 query."""
    document, gelezen = _lees(plek.bereik, gebruiker.pk)
    if document is None:
        return Mededelingenblok(plek.bereik, ())
    hash_, publieke_hash = document
    mededelingen = geldend_in(inhoud_van(hash_ if plek.intern else publieke_hash), nu)
    return Mededelingenblok(
        plek.bereik,
        tuple(
            Blokrij(lid, plek.intern and lid.belangrijk and gelezen.get(lid.sleutel) != lid.vingerafdruk)
            for lid in mededelingen
        ),
    )


def _lees(bereik: str, gebruiker: int) -> tuple[tuple[str, str] | None, dict[str, str]]:
    """The hashes of the gemeente document, and what this person has read: two kinds of rows of one query."""
    document = Publicatie.objects.filter(
        bereik=bereik, documentsoort=Documentsoort.GEMEENTE, toestand=Toestand.LIVE
    )
    gelezen = GelezenMededeling.objects.filter(gebruiker=gebruiker)
    rijen = list(
        _gemerkt(document, "document", "hash", "publieke_hash").union(
            _gemerkt(gelezen, "gelezen", "sleutel", "vingerafdruk"), all=True
        )
    )
    documenten = [(een, twee) for merk, een, twee in rijen if merk == "document"]
    return next(iter(documenten), None), {een: twee for merk, een, twee in rijen if merk == "gelezen"}


def _gemerkt(rijen: Any, merk: str, *kolommen: str) -> Any:
    return rijen.order_by().values_list(Value(merk, output_field=CharField()), *kolommen)
