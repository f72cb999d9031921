"""Typed values out of a CSV row or a front matter block, with a fault at the right line when they cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from redactie.invoer.bestanden import SLEUTEL
from redactie.invoer.fouten import Fouten, Plek
from redactie.periode import AMSTERDAM

K = TypeVar("K", bound=StrEnum)
W = TypeVar("W")

DATUM = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
TIJD = re.compile(r"\d{2}:\d{2}")
BEDRAG = re.compile(r"\d{1,8}(\.\d{1,2})?")
GETAL = re.compile(r"\d{1,9}")
IS_SLEUTEL = re.compile(SLEUTEL)


class Velden:
    """`ruw` maps names to a string (an empty one counts as absent), and in front matter also to lists and blocks."""

    def __init__(self, ruw: Mapping[str, Any], plek: Plek, fouten: Fouten) -> None:
        self.ruw = ruw
        self.plek = plek
        self.fouten = fouten

    def fout(self, naam: str, tekst: str) -> None:
        self.fouten.fout(self.plek.van(naam), tekst)

    def alleen(self, namen: Sequence[str]) -> None:
        for naam in self.ruw:
            if naam not in namen:
                self.fout(naam, f"“{naam}” bestaat niet. Dit zijn de mogelijkheden: {', '.join(namen)}.")

    def tekst(self, naam: str, *, nodig: bool = False) -> str:
        waarde: object = self.ruw.get(naam, "")
        if not isinstance(waarde, str):
            self.fout(naam, f"“{naam}” is één tekst, geen lijst of blok.")
            return ""
        if nodig and not waarde:
            self.fout(naam, f"“{naam}” ontbreekt of is leeg.")
        return waarde

    def sleutel(self, naam: str, *, nodig: bool = False) -> str:
        waarde = self.tekst(naam, nodig=nodig)
        if waarde and not IS_SLEUTEL.fullmatch(waarde):
            self.fout(
                naam, f"“{waarde}” is geen sleutel: gebruik alleen kleine letters, cijfers en streepjes."
            )
        return waarde

    def keuze(self, naam: str, keuzes: type[K], standaard: K | None = None) -> K:
        """A member of the enumeration; after a fault or without a default its first member."""
        waarde = self.tekst(naam, nodig=standaard is None)
        eerste = next(iter(keuzes))
        if not waarde:
            return eerste if standaard is None else standaard
        try:
            return keuzes(waarde)
        except ValueError:
            mogelijk = ", ".join(lid.value for lid in keuzes)
            self.fout(naam, f"“{waarde}” kan niet bij {naam}. Kies uit: {mogelijk}.")
            return eerste

    def _gelezen(self, naam: str, patroon: re.Pattern[str], lees: Callable[[str], W], wat: str) -> W | None:
        waarde = self.tekst(naam)
        if not waarde:
            return None
        try:
            if patroon.fullmatch(waarde):
                return lees(waarde)
        except (ValueError, ArithmeticError):
            pass
        self.fout(naam, f"“{waarde}” is geen {wat}.")
        return None

    def datum(self, naam: str) -> date | None:
        return self._gelezen(naam, DATUM, lees_datum, "datum (JJJJ-MM-DD)")

    def datum_of_moment(self, naam: str) -> date | datetime | None:
        """A date, or an aware moment in Amsterdam."""
        patroon = re.compile(f"{DATUM.pattern}|{MOMENT.pattern}")
        return self._gelezen(
            naam, patroon, lees_datum_of_moment, "datum (JJJJ-MM-DD) of moment (JJJJ-MM-DDTUU:MM)"
        )

    def tijd(self, naam: str) -> time | None:
        return self._gelezen(naam, TIJD, time.fromisoformat, "tijd (UU:MM)")

    def bedrag(self, naam: str) -> Decimal | None:
        return self._gelezen(naam, BEDRAG, Decimal, "bedrag met een punt, zoals 83.87")

    def getal(self, naam: str, standaard: int = 0) -> int:
        waarde = self._gelezen(naam, GETAL, int, "heel getal")
        return standaard if waarde is None else waarde

    def ja_nee(self, naam: str, standaard: bool = False) -> bool:
        waarde = self.tekst(naam)
        if waarde not in ("", "ja", "nee"):
            self.fout(naam, f"“{waarde}” is geen ja of nee.")
        return standaard if not waarde else waarde == "ja"

    def lijst(self, naam: str) -> tuple[str, ...]:
        """A cell `a;b`, or a YAML list of texts; doubles and empty members are dropped."""
        waarde = self.ruw.get(naam, "")
        if isinstance(waarde, str) and self.in_tabel:
            leden = [lid.strip() for lid in waarde.split(";")]
        elif isinstance(waarde, list) and all(isinstance(lid, str) for lid in waarde):
            leden = list(waarde)
        elif waarde == "":
            leden = []
        else:
            self.fout(naam, f"“{naam}” is een lijst, zoals [een, twee].")
            leden = []
        return tuple(dict.fromkeys(lid for lid in leden if lid))

    def keuzelijst(self, naam: str, keuzes: type[K]) -> tuple[K, ...]:
        """Members of the enumeration, in its order."""
        bekend = {lid.value: lid for lid in keuzes}
        leden = self.lijst(naam)
        for lid in leden:
            if lid not in bekend:
                self.fout(naam, f"“{lid}” kan niet bij {naam}. Kies uit: {', '.join(bekend)}.")
        return tuple(keuze for waarde, keuze in bekend.items() if waarde in leden)

    @property
    def in_tabel(self) -> bool:
        return type(self.ruw) is dict


def lees_datum(waarde: str) -> date:
    gelezen = date.fromisoformat(waarde)
    # The last days of the calendar have no next midnight, the first none before them.
    if not 1900 <= gelezen.year <= 2999:
        raise ValueError(waarde)
    return gelezen


def lees_datum_of_moment(waarde: str) -> date | datetime:
    dag = lees_datum(waarde[:10])
    if "T" not in waarde:
        return dag
    tijd = time.fromisoformat(waarde[11:])
    return datetime(dag.year, dag.month, dag.day, tijd.hour, tijd.minute, tzinfo=AMSTERDAM)
