"""Files → a folder or a zip. A folder with anything else in it is left alone; a zip appears at once or not at all."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from redactie.invoer.bestanden import INDELING


class BestemmingFout(Exception):
    """Nothing can be written there; the message says why, in Dutch."""


def schrijf_zip(doel: Path, bestanden: Iterable[tuple[str, str]]) -> None:
    """The same content gives the same bytes."""
    if doel.is_dir():
        raise BestemmingFout(f"{doel} is een map, geen zipbestand.")
    doel.parent.mkdir(parents=True, exist_ok=True)
    greep, tijdelijk = tempfile.mkstemp(dir=doel.parent, prefix=f".{doel.name}.")
    try:
        with os.fdopen(greep, "wb") as stroom, zipfile.ZipFile(stroom, "w") as archief:
            for pad, tekst in sorted(bestanden):
                lid = zipfile.ZipInfo(pad, date_time=(1980, 1, 1, 0, 0, 0))
                lid.external_attr = 0o644 << 16
                archief.writestr(lid, tekst.encode(), compress_type=zipfile.ZIP_DEFLATED)
        Path(tijdelijk).chmod(0o644)
        Path(tijdelijk).replace(doel)
    except BaseException:
        Path(tijdelijk).unlink(missing_ok=True)
        raise


def schrijf_map(doel: Path, bestanden: Iterable[tuple[str, str]]) -> None:
    """Makes the folder hold exactly these files of the format: others of the format go, unchanged ones stay."""
    nieuw = dict(bestanden)
    oud = _aanwezig(doel)
    for pad, tekst in sorted(nieuw.items()):
        bestand = doel / pad
        inhoud = tekst.encode()
        if pad not in oud or bestand.read_bytes() != inhoud:
            bestand.parent.mkdir(parents=True, exist_ok=True)
            bestand.write_bytes(inhoud)
    for pad in oud - set(nieuw):
        (doel / pad).unlink()


def _aanwezig(doel: Path) -> set[str]:
    """The files of the format that stand there now."""
    if not doel.exists():
        return set()
    if not doel.is_dir():
        raise BestemmingFout(f"{doel} bestaat al en is geen map.")
    aanwezig = set()
    for ouder, mappen, namen in os.walk(doel):
        mappen[:] = [naam for naam in mappen if not naam.startswith(".")]
        for naam in (*mappen, *namen):
            bestand = Path(ouder) / naam
            pad = bestand.relative_to(doel).as_posix()
            if bestand.is_symlink():
                raise BestemmingFout(f"{pad} in {doel} is een koppeling.")
            if bestand.is_dir() or naam.startswith("."):
                continue
            if not INDELING.fullmatch(pad):
                raise BestemmingFout(f"In {doel} staat iets anders ({pad}). Kies een lege map.")
            aanwezig.add(pad)
    return aanwezig
