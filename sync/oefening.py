"""A rehearsal of putting a back-up back: a database and a directory that exist for the rehearsal only.

What is done in the copy is done by the commands that somebody would give, in processes of their own with other
settings, so that nothing here can touch the real database. What is compared is what readers read: the hashes.
"""

from __future__ import annotations

import re
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from redactie.settings.omgeving import voor_een_proces
from sync.models import VOOR_LEZERS, Publicatie

Stand = Mapping[tuple[str, str, str], tuple[str, str, str]]
"""(bereik, documentsoort, key) → (state, hash, public hash)."""

_STAND = """SELECT bereik, documentsoort, sleutel, toestand, hash, publieke_hash FROM sync_publicatie
    WHERE versie > 0 AND documentsoort <> 'ketenproef'"""
_PAUZE = "UPDATE sync_doel SET toestand = 'gepauzeerd' WHERE soort <> 'index'"
_NAAM = re.compile(r"[a-z0-9_]{1,63}")
MEESTE_VERSCHILLEN = 20


class Mislukt(Exception):
    """A step did not succeed; the message is for the operator and holds no password."""


def stand_van_hier() -> Stand:
    rijen = Publicatie.objects.filter(versie__gt=0, documentsoort__in=VOOR_LEZERS).values_list(
        "bereik", "documentsoort", "sleutel", "toestand", "hash", "publieke_hash"
    )
    return {rij[:3]: rij[3:] for rij in rijen}


def verschillen(voor: Stand, na: Stand) -> list[str]:
    """What came out otherwise, in words; the first twenty."""
    anders = [sleutel for sleutel in sorted(voor.keys() | na.keys()) if voor.get(sleutel) != na.get(sleutel)]
    regels = [f"{'/'.join(sleutel)} kwam er anders uit." for sleutel in anders[:MEESTE_VERSCHILLEN]]
    if len(anders) > MEESTE_VERSCHILLEN:
        regels.append(f"En nog {len(anders) - MEESTE_VERSCHILLEN} andere.")
    return regels


class Oefening:
    """Use as a context: what it made is gone afterwards, also after a fault."""

    def __init__(self, geduld: float) -> None:
        self.geduld = geduld
        self.map = Path()
        self.database = f"antwoord_oefening_{secrets.token_hex(4)}"
        self.op_sqlite = connection.vendor == "sqlite"

    def __enter__(self) -> Oefening:
        self.map = Path(tempfile.mkdtemp(prefix="antwoord-oefening-"))
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        if not self.op_sqlite:
            with connection.cursor() as cursor:
                cursor.execute(f"DROP DATABASE IF EXISTS {self._veilige_naam()} WITH (FORCE)")
        shutil.rmtree(self.map, ignore_errors=True)

    @property
    def backup(self) -> Path:
        return self.map / ("back-up.sqlite3" if self.op_sqlite else "back-up.dump")

    def maak_backup(self) -> None:
        if self.op_sqlite:
            with sqlite3.connect(self.backup) as doel:
                connection.ensure_connection()
                connection.connection.backup(doel)
            doel.close()
            return
        self._draai(["pg_dump", "--format=custom", "--no-owner", f"--file={self.backup}", *self._plek()])

    def zet_terug(self) -> None:
        if self.op_sqlite:
            shutil.copy(self.backup, self.map / "antwoord.sqlite3")
            return
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {self._veilige_naam()} TEMPLATE template0")
        self._draai(["pg_restore", "--no-owner", *self._plek(self.database), str(self.backup)])

    def pauzeer_doelen(self) -> None:
        """Nobody outside may hear of a rehearsal."""
        self._sql(_PAUZE)

    def stand(self) -> Stand:
        return {tuple(rij[:3]): tuple(rij[3:]) for rij in self._sql(_STAND)}

    def voer_uit(self, *opdracht: str) -> None:
        """A command of `manage.py`, in the copy."""
        self._draai([sys.executable, str(settings.BASE_DIR / "manage.py"), *opdracht])

    def _sql(self, vraag: str) -> list[tuple[Any, ...]]:
        if self.op_sqlite:
            with sqlite3.connect(self.map / "antwoord.sqlite3") as kopie:
                rijen = kopie.execute(vraag).fetchall()
            kopie.close()
            return rijen
        import psycopg

        with psycopg.connect(self._adres()) as kopie:
            cursor = kopie.execute(vraag)
            return cursor.fetchall() if cursor.description else []

    def _draai(self, opdracht: Sequence[str]) -> None:
        anders = {
            "DATABASE_URL": f"sqlite:///{self.map / 'antwoord.sqlite3'}" if self.op_sqlite else self._adres(),
            "ANTWOORD_DATA": str(self.map),
            # An index of its own, whatever engine the real one has; and nothing is mailed.
            "ANTWOORD_ZOEKMACHINE": "tantivy",
            "ANTWOORD_SMTP": "",
            "PGPASSWORD": str(connection.settings_dict.get("PASSWORD") or ""),
        }
        naam = Path(opdracht[0]).name if "manage.py" not in opdracht[1] else f"manage.py {opdracht[2]}"
        try:
            uitkomst = subprocess.run(
                opdracht,
                env=voor_een_proces(anders),
                capture_output=True,
                text=True,
                timeout=self.geduld,
                check=False,
            )
        except FileNotFoundError:
            raise Mislukt(f"{naam} is er niet. Installeer het, en oefen opnieuw.") from None
        except subprocess.TimeoutExpired:
            raise Mislukt(f"{naam} duurde langer dan {self.geduld:.0f} s.") from None
        if uitkomst.returncode:
            laatste = (uitkomst.stderr.strip() or uitkomst.stdout.strip()).splitlines()[-3:]
            raise Mislukt(f"{naam} eindigde met code {uitkomst.returncode}: {' '.join(laatste)}")

    def _veilige_naam(self) -> str:
        assert _NAAM.fullmatch(self.database)
        return self.database

    def _plek(self, database: str | None = None) -> list[str]:
        """Where the server is, without the password: that goes by the environment."""
        gegevens = connection.settings_dict
        plek = {"host": gegevens["HOST"], "port": gegevens["PORT"], "username": gegevens["USER"]}
        opties = [f"--{naam}={waarde}" for naam, waarde in plek.items() if waarde]
        return [*opties, f"--dbname={database or gegevens['NAME']}"]

    def _adres(self) -> str:
        gegevens = connection.settings_dict
        wie = quote(str(gegevens["USER"] or ""))
        wachtwoord = f":{quote(str(gegevens['PASSWORD']))}" if gegevens.get("PASSWORD") else ""
        # A socket is a path: it goes behind the question mark.
        return (
            f"postgresql://{wie}{wachtwoord}@localhost:{gegevens['PORT'] or 5432}/{self.database}"
            f"?host={quote(str(gegevens['HOST'] or 'localhost'))}"
        )
