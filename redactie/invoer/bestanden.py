"""A folder or a zip as a list of raw files, within limits: nothing outside it, no links, no bombs.

Knows which paths belong to the format (`indeling`) so that nothing else is read; what the files say is left to
others.
"""

from __future__ import annotations

import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from redactie.invoer.fouten import Fouten, Plek

TABELLEN = (
    "gemeenten.csv",
    "themas.csv",
    "contactpunten.csv",
    "locaties.csv",
    "openingstijden.csv",
    "gegevens.csv",
    "tarieven.csv",
    "mededelingen.csv",
    "synoniemen.csv",
)
SLEUTEL = r"[a-z0-9]+(?:-[a-z0-9]+)*"
INDELING = re.compile(
    rf"(?:{'|'.join(map(re.escape, TABELLEN))}|producten/{SLEUTEL}\.md|lokaal/{SLEUTEL}/{SLEUTEL}\.md)"
)

MAX_BESTANDEN = 300_000
MAX_TABEL = 50_000_000
MAX_TEKST = 1_000_000
MAX_TOTAAL = 500_000_000
MAX_VERHOUDING = 200
"""Unpacked against packed size of one zip entry; honest tables stay below 50, bombs reach 1,000."""


@dataclass(frozen=True, slots=True)
class RuwBestand:
    pad: str
    inhoud: bytes


def lees_bestanden(bron: Path, fouten: Fouten) -> list[RuwBestand]:
    """The files of the format in that folder or zip, by path; whatever is wrong with them goes to `fouten`."""
    if bron.is_dir():
        bestanden = _uit_map(bron, fouten)
    elif bron.is_file():
        bestanden = _uit_zip(bron, fouten)
    else:
        fouten.fout(Plek(str(bron)), "Deze map of dit zipbestand bestaat niet.")
        return []
    gelezen = sorted(bestanden, key=lambda bestand: bestand.pad)
    if not gelezen and not fouten:
        fouten.fout(Plek(str(bron)), "Hierin staat geen enkel bestand van het importformaat.")
    return gelezen


class _Telling:
    """Keeps count of files and bytes over the whole read."""

    def __init__(self, fouten: Fouten) -> None:
        self.fouten = fouten
        self.aantal = 0
        self.bytes = 0

    def toegelaten(self, pad: str) -> bool:
        if not INDELING.fullmatch(pad):
            self.fouten.fout(Plek(pad), "Dit bestand hoort niet bij het importformaat.")
            return False
        self.aantal += 1
        if self.aantal == MAX_BESTANDEN + 1:
            self.fouten.fout(Plek(pad), f"Er zijn te veel bestanden: het maximum is {MAX_BESTANDEN}.")
        return self.aantal <= MAX_BESTANDEN

    def maximum(self, pad: str) -> int:
        per_bestand = MAX_TABEL if pad.endswith(".csv") else MAX_TEKST
        return min(per_bestand, MAX_TOTAAL - self.bytes)

    def past(self, pad: str, inhoud: bytes, maximum: int) -> bool:
        if len(inhoud) > maximum:
            self.fouten.fout(Plek(pad), "Dit bestand is te groot, of alle bestanden samen zijn te groot.")
            return False
        self.bytes += len(inhoud)
        return True


def _verborgen(pad: str) -> bool:
    """Files of an operating system or editor, such as .DS_Store: not ours, not a fault."""
    delen = PurePosixPath(pad).parts
    return ".." not in delen and any(deel.startswith(".") or deel == "__MACOSX" for deel in delen)


def _uit_map(map_: Path, fouten: Fouten) -> Iterator[RuwBestand]:
    telling = _Telling(fouten)
    for ouder, mappen, namen in os.walk(map_, followlinks=False):
        mappen[:] = sorted(naam for naam in mappen if not naam.startswith("."))
        for naam in sorted([*namen, *mappen]):
            bestand = Path(ouder) / naam
            pad = bestand.relative_to(map_).as_posix()
            if _verborgen(pad):
                continue
            soort = bestand.lstat().st_mode
            if stat.S_ISDIR(soort):
                continue
            if not stat.S_ISREG(soort):
                fouten.fout(Plek(pad), "Dit is een koppeling of geen gewoon bestand.")
            elif telling.toegelaten(pad):
                yield from _lees(bestand, pad, telling)


def _lees(bestand: Path, pad: str, telling: _Telling) -> Iterator[RuwBestand]:
    maximum = telling.maximum(pad)
    try:
        # O_NOFOLLOW: the file may have become a link since it was looked at.
        with os.fdopen(os.open(bestand, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as stroom:
            inhoud = stroom.read(maximum + 1)
    except OSError:
        telling.fouten.fout(Plek(pad), "Dit bestand is niet te lezen.")
        return
    if telling.past(pad, inhoud, maximum):
        yield RuwBestand(pad, inhoud)


def _uit_zip(bron: Path, fouten: Fouten) -> Iterator[RuwBestand]:
    try:
        with zipfile.ZipFile(bron) as archief:
            yield from _uit_archief(archief, fouten)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        fouten.fout(Plek(bron.name), "Dit is geen leesbaar zipbestand.")


def _uit_archief(archief: zipfile.ZipFile, fouten: Fouten) -> Iterator[RuwBestand]:
    telling = _Telling(fouten)
    leden = [lid for lid in archief.infolist() if not lid.is_dir() and not _verborgen(lid.filename)]
    if len(leden) > MAX_BESTANDEN:
        fouten.fout(
            Plek(archief.filename or ""), f"Er zijn te veel bestanden: het maximum is {MAX_BESTANDEN}."
        )
        return
    bovenmap = _bovenmap([lid.filename for lid in leden])
    gezien: set[str] = set()
    for lid in leden:
        pad = lid.filename.removeprefix(bovenmap)
        reden = _weigering(lid, pad, gezien)
        gezien.add(pad)
        if reden:
            fouten.fout(Plek(lid.filename), reden)
        elif telling.toegelaten(pad):
            maximum = telling.maximum(pad)
            with archief.open(lid) as stroom:
                # The size in the header is what the sender says; the stream decides.
                inhoud = stroom.read(maximum + 1)
            if telling.past(pad, inhoud, maximum):
                yield RuwBestand(pad, inhoud)


def _weigering(lid: zipfile.ZipInfo, pad: str, gezien: set[str]) -> str:
    delen = PurePosixPath(lid.filename).parts
    if "\\" in lid.filename or lid.filename.startswith("/") or ".." in delen or ":" in lid.filename:
        return "Dit pad wijst buiten het zipbestand."
    if lid.flag_bits & 0x1:
        return "Dit bestand is versleuteld."
    soort = stat.S_IFMT(lid.external_attr >> 16)
    if soort not in (0, stat.S_IFREG):
        return "Dit is een koppeling of geen gewoon bestand."
    if pad in gezien:
        return "Dit bestand staat twee keer in het zipbestand."
    if lid.file_size > 100_000 and lid.file_size > MAX_VERHOUDING * max(lid.compress_size, 1):
        return "Dit bestand is verdacht ver ingepakt."
    return ""


def _bovenmap(namen: list[str]) -> str:
    """The one folder that everything stands in (`drechtsteden/`), or nothing."""
    eerste = {naam.split("/", 1)[0] for naam in namen}
    if len(eerste) != 1 or any("/" not in naam for naam in namen):
        return ""
    (naam,) = eerste
    return "" if naam in {"producten", "lokaal", ".", ".."} else f"{naam}/"
