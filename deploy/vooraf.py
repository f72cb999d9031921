"""What must be true before the supervisor starts anything; each refusal is one clear Dutch message.

Checks and nothing else: it changes nothing but the data folder and its lock file. The standard library only, so
that the message comes also where Django cannot start.
"""

import errno
import fcntl
import os
import shutil
import socket
from pathlib import Path
from typing import TextIO

from redactie.settings.omgeving import Omgeving

MINSTENS_VRIJ = 300 * 1024 * 1024
ONTWIKKELING = "redactie.settings.development"
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Weigering(Exception):
    """Starting is not possible; the message says why and what to do."""


VOL = (
    "De schijf is vol: in {map} is nog {vrij} MB vrij en Antwoord heeft er {nodig} nodig. "
    "Maak ruimte, of kies een andere map met ANTWOORD_DATA, en start opnieuw. Er is niets verloren gegaan."
)


def schijf_vol(data: Path) -> str:
    vrij = shutil.disk_usage(data).free // 2**20
    return VOL.format(map=data, vrij=vrij, nodig=MINSTENS_VRIJ // 2**20)


def datamap(data: Path) -> None:
    """Make the data folder and see that it can be written to and has room."""
    try:
        for naam in ("", "logs", "index", "uploads"):
            (data / naam).mkdir(parents=True, exist_ok=True)
        proef = data / ".proef"
        proef.write_bytes(b"x" * 4096)
        proef.unlink()
    except OSError as fout:
        if fout.errno == errno.ENOSPC:
            raise Weigering(schijf_vol(_bestaande(data))) from fout
        raise Weigering(
            f"Antwoord kan niet schrijven in {data} ({os.strerror(fout.errno or 0)}). "
            "Geef uzelf schrijfrechten op die map of kies een andere met ANTWOORD_DATA."
        ) from fout
    if shutil.disk_usage(data).free < MINSTENS_VRIJ:
        raise Weigering(schijf_vol(data))


def _bestaande(pad: Path) -> Path:
    return next(deel for deel in (pad, *pad.parents) if deel.exists())


def slot(data: Path) -> TextIO:
    """Hold the data folder for this supervisor until the returned file is closed or the process ends."""
    bestand = (data / "start.slot").open("a+", encoding="utf-8")
    try:
        fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fout:
        bestand.seek(0)
        raise Weigering(
            f"Antwoord draait al op de map {data} (proces {bestand.read().strip() or 'onbekend'}). "
            "Stop dat eerst, of kies een andere map en poort: make run ANTWOORD_DATA=var2 PORT=8001"
        ) from fout
    bestand.truncate(0)
    bestand.write(str(os.getpid()))
    bestand.flush()
    return bestand


def poort_vrij(omgeving: Omgeving) -> None:
    familie = socket.AF_INET6 if ":" in omgeving.luister else socket.AF_INET
    with socket.socket(familie, socket.SOCK_STREAM) as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((omgeving.luister, omgeving.poort))
        except OSError as fout:
            if fout.errno == errno.EACCES:
                reden = "mag u niet gebruiken (poorten onder 1024 zijn voor de beheerder van de computer)"
            elif fout.errno == errno.EADDRINUSE:
                reden = "is al in gebruik door een ander programma"
            else:
                reden = f"kan niet worden gebruikt op {omgeving.luister} ({os.strerror(fout.errno or 0)})"
            raise Weigering(
                f"Poort {omgeving.poort} {reden}. Kies een andere poort, bijvoorbeeld: "
                f"make run PORT={min(omgeving.poort + 1, 65535)}"
            ) from fout


def alleen_deze_machine(omgeving: Omgeving, instellingen: str) -> None:
    """Development settings have demo accounts and a known key: never reachable from outside."""
    if instellingen == ONTWIKKELING and omgeving.luister not in LOOPBACK:
        raise Weigering(
            "Met de ontwikkelinstellingen luistert Antwoord alleen op deze computer (127.0.0.1), want de "
            "demo-accounts hebben een bekend wachtwoord. Gebruik DJANGO_SETTINGS_MODULE=redactie.settings.production."
        )
