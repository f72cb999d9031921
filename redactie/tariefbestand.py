"""Amounts out to a file for a spreadsheet and in again: what a file would change, and what is wrong with it, by line.

A file changes amounts and adds concepts, nothing else; what is not in it stays. Reading only makes a plan: writing is
left to `redactie/tarieven.py`. Dutch and English amounts and dates are read; a cell that a spreadsheet would take for
a formula goes out with an apostrophe before it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError

from redactie.invoer.bestanden import RuwBestand
from redactie.invoer.decoderen import decodeer
from redactie.invoer.fouten import Fouten, Plek
from redactie.invoer.tabel import TabelRij, lees_tabel
from redactie.keuzes import TariefSoort, TariefStatus
from redactie.models import Tarief
from redactie.periode import Periode
from redactie.tariefrooster import getypt, jaar_van, lees_bedrag
from redactie.tarieven import nieuw_bedrag

BESTAND = "tarieven.csv"
KOLOMMEN = ("sleutel", "van", "omschrijving", "geldig_van", "geldig_tot", "bedrag", "status")
NODIG = ("sleutel", "van", "geldig_van", "bedrag")
REGIO = "regio"
MAX_BYTES = 1_000_000
_FORMULE = ("=", "+", "-", "@", "\t", "\r")
_DATUM = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
Mag = Callable[[str, Tarief], bool]


@dataclass(frozen=True, slots=True)
class Verandering:
    """`rij` holds the new amount and is not saved; `was` None: a new concept."""

    regel: int
    rij: Tarief
    was: Decimal | None


@dataclass
class Plan:
    veranderingen: list[Verandering] = field(default_factory=list)
    ongewijzigd: int = 0

    @property
    def stempel(self) -> str:
        """Of what will change from what: another plan has another one."""
        delen = [
            (lid.rij.pk, lid.rij.sleutel, str(lid.rij.geldig_van), lid.was, lid.rij.bedrag)
            for lid in self.veranderingen
        ]
        return hashlib.sha256(repr(delen).encode()).hexdigest()


def als_csv(rijen: Iterable[Tarief]) -> str:
    """With semicolons, as a Dutch spreadsheet expects."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOLOMMEN)
    for rij in rijen:
        cellen = (
            rij.sleutel,
            eigenaar_van(rij),
            rij.omschrijving,
            _datum_uit(rij.geldig_van),
            _datum_uit(rij.geldig_tot),
            "gratis" if rij.soort == TariefSoort.GRATIS else getypt(rij.bedrag),
            rij.status,
        )
        schrijver.writerow([veilig(cel) for cel in cellen])
    return uit.getvalue()


def veilig(cel: str) -> str:
    return f"'{cel}" if cel.startswith(_FORMULE) else cel


def eigenaar_van(rij: Tarief) -> str:
    return rij.gemeente.slug if rij.gemeente is not None else REGIO


def lees(inhoud: bytes, rijen: Iterable[Tarief], *, mag: Mag) -> Plan:
    """What this file would change in these rows. Raises InvoerFout with every fault, by line."""
    fouten = Fouten()
    if len(inhoud) > MAX_BYTES:
        fouten.fout(Plek(BESTAND), "Dit bestand is te groot voor een lijst met tarieven.")
        fouten.stop_bij_fouten()
    tekst = decodeer(RuwBestand(BESTAND, inhoud), fouten) or ""
    fouten.stop_bij_fouten()
    kop = tekst.partition("\n")[0]
    scheiding = max(";\t,", key=kop.count)
    tabel = lees_tabel(
        tekst, Plek(BESTAND), kolommen=KOLOMMEN, nodig=NODIG, fouten=fouten, scheiding=scheiding
    )
    lezer = _Lezer(list(rijen), mag, fouten)
    for lid in tabel.rijen:
        lezer.lees(lid)
    fouten.stop_bij_fouten()
    return lezer.plan


class _Lezer:
    def __init__(self, rijen: list[Tarief], mag: Mag, fouten: Fouten) -> None:
        self.mag = mag
        self.fouten = fouten
        self.plan = Plan()
        self.per: dict[tuple[str, str], list[Tarief]] = {}
        for rij in rijen:
            self.per.setdefault((rij.sleutel, eigenaar_van(rij)), []).append(rij)
        self.gezien: dict[tuple[str, str, date | None], int] = {}

    def lees(self, lid: TabelRij) -> None:
        try:
            self._lees({naam: _kaal(cel) for naam, cel in lid.cellen.items()}, lid.regel)
        except ValueError as fout:
            self._fout(lid.regel, str(fout))
        except ValidationError as fout:
            self._fout(lid.regel, " ".join(fout.messages))

    def _fout(self, regel: int, tekst: str) -> None:
        self.fouten.fout(Plek(BESTAND, regel), tekst)

    def _lees(self, cellen: dict[str, str], regel: int) -> None:
        sleutel, wie = cellen["sleutel"], cellen["van"].lower() or REGIO
        van = _datum_in(cellen["geldig_van"])
        eerder = self.gezien.setdefault((sleutel, wie, van), regel)
        if eerder != regel:
            raise ValueError(f"Dit tarief staat er twee keer in, ook op regel {eerder}.")
        bestaand = self.per.get((sleutel, wie))
        if not bestaand:
            naam = "de regio" if wie == REGIO else wie
            raise ValueError(f"Het tarief “{sleutel}” van {naam} bestaat niet. Maak het eerst bij Tarieven.")
        rij = next((lid for lid in bestaand if lid.geldig_van == van), None)
        if rij is None:
            self._nieuw(bestaand[-1], van, cellen, regel)
        else:
            self._bestaand(rij, cellen, regel)

    def _bestaand(self, rij: Tarief, cellen: dict[str, str], regel: int) -> None:
        for kolom, staat in (
            ("omschrijving", rij.omschrijving),
            ("geldig_tot", _datum_uit(rij.geldig_tot)),
            ("status", rij.status),
        ):
            cel = cellen.get(kolom, "")
            if kolom == "geldig_tot" and cel:
                cel = _datum_uit(_datum_in(cel))
            if cel and cel != staat:
                raise ValueError(
                    f"Een bestand verandert alleen bedragen. Bij {kolom} staat nu “{staat or 'niets'}”."
                )
        if rij.soort == TariefSoort.GRATIS and cellen["bedrag"].lower() in ("", "gratis"):
            self.plan.ongewijzigd += 1
            return
        bedrag = lees_bedrag(cellen["bedrag"])
        if bedrag == rij.bedrag:
            self.plan.ongewijzigd += 1
            return
        if rij.soort == TariefSoort.GRATIS:
            raise ValueError("Dit tarief is gratis. Verander dat bij het tarief zelf.")
        self._voeg_toe(rij, rij.bedrag, bedrag, "change", regel)

    def _nieuw(self, voorbeeld: Tarief, van: date | None, cellen: dict[str, str], regel: int) -> None:
        if van is None:
            raise ValueError("Vul bij een nieuw bedrag in vanaf welke dag het geldt (geldig_van).")
        if cellen.get("status", "") not in ("", TariefStatus.CONCEPT):
            raise ValueError(
                "Een nieuw bedrag begint als concept. Stel het daarna vast bij Tarieven per jaar."
            )
        rij = nieuw_bedrag(voorbeeld, van.year)
        rij.geldig_van = van
        rij.geldig_tot = _datum_in(cellen.get("geldig_tot", "")) or jaar_van(van.year).tot
        for lid in self.plan.veranderingen:
            zelfde = (lid.rij.sleutel, lid.rij.gemeente_id) == (rij.sleutel, rij.gemeente_id)
            if (
                zelfde
                and lid.rij.pk is None
                and lid.rij.periode.overlapt(Periode(rij.geldig_van, rij.geldig_tot))
            ):
                raise ValueError(f"Deze periode overlapt met die op regel {lid.regel}.")
        self._voeg_toe(rij, None, lees_bedrag(cellen["bedrag"]), "add", regel)

    def _voeg_toe(self, rij: Tarief, was: Decimal | None, bedrag: Decimal, recht: str, regel: int) -> None:
        if not self.mag(recht, rij):
            raise ValueError("Dit tarief mag u niet veranderen.")
        rij.bedrag = bedrag
        rij.full_clean()
        self.plan.veranderingen.append(Verandering(regel, rij, was))


def _kaal(cel: str) -> str:
    return cel[1:] if cel.startswith("'") and cel[1:].startswith(_FORMULE) else cel


def _datum_uit(dag: date | None) -> str:
    return dag.isoformat() if dag is not None else ""


def _datum_in(tekst: str) -> date | None:
    """`2027-01-01` or `1-1-2027`; a spreadsheet makes the one of the other by itself."""
    if not tekst:
        return None
    gelezen = _DATUM.fullmatch(tekst)
    try:
        if gelezen is None:
            raise ValueError
        jaar, maand, dag, dag_nl, maand_nl, jaar_nl = gelezen.groups()
        return date(int(jaar or jaar_nl), int(maand or maand_nl), int(dag or dag_nl))
    except ValueError:
        raise ValueError(f"“{tekst}” is geen datum. Schrijf 2027-01-01 of 1-1-2027.") from None


def gesorteerd(rijen: Iterable[Tarief]) -> list[Tarief]:
    """The order of the grid: by group, then key, the region first."""
    return sorted(
        rijen,
        key=lambda rij: (
            rij.groep,
            rij.volgorde,
            rij.sleutel,
            eigenaar_van(rij) != REGIO,
            eigenaar_van(rij),
            str(rij.geldig_van),
        ),
    )
