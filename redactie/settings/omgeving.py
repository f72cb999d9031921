"""The one place where environment variables are read: typed, with a default and a Dutch explanation.

Settings modules and the supervisor take an `Omgeving`; nothing else reads `os.environ`. docs/beheer.md must name each
variable (tested). What a value means for Django is left to base.py and its variants.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import unquote, urlsplit

BASE_DIR = Path(__file__).resolve().parent.parent.parent

DELEN = ("redactie", "balie", "website", "api")
ZOEKMACHINES = ("tantivy", "elasticsearch")
Zoekmachine = Literal["tantivy", "elasticsearch"]


class OmgevingFout(ValueError):
    """A variable has a value that cannot be used; the message is for the operator, in Dutch."""


@dataclass(frozen=True)
class Mailserver:
    """Where mail goes. `starttls` begins in the clear and then encrypts, `tls` encrypts from the first byte."""

    host: str
    poort: int
    starttls: bool
    tls: bool


@dataclass(frozen=True)
class Omgeving:
    """What the environment says; each field names its variable in `VARIABELEN`."""

    poort: int
    adres: str
    luister: str
    data: Path
    database_url: str = field(repr=False)
    delen: tuple[str, ...]
    geheime_sleutel: str = field(repr=False)
    vorige_sleutels: tuple[str, ...] = field(repr=False)
    hosts: tuple[str, ...]
    zoekmachine: Zoekmachine
    elasticsearch: str
    proxy: bool
    hsts_seconden: int
    processen: int
    threads: int
    smtp: str
    smtp_naam: str
    smtp_wachtwoord: str = field(repr=False)
    smtp_tls: str
    afzender: str
    telefonie: tuple[str, ...]
    metriek: str = field(repr=False)
    bewaar_dagen: int
    linkcontrole: bool
    doelsleutels: tuple[str, ...]
    prive_doelen: bool
    debug: bool

    @property
    def mailserver(self) -> Mailserver | None:
        """None: nothing is mailed."""
        return _mailserver(self) if self.smtp else None

    @property
    def basisadres(self) -> str:
        """The address of the main host, as printed and as used in mails; without a slash at the end."""
        return self.adres.rstrip("/") or f"http://localhost:{self.poort}"


VARIABELEN: dict[str, tuple[str, str]] = {
    "poort": ("PORT", "8000"),
    "adres": ("ANTWOORD_ADRES", ""),
    "luister": ("ANTWOORD_LUISTER", "127.0.0.1"),
    "data": ("ANTWOORD_DATA", "var"),
    "database_url": ("DATABASE_URL", ""),
    "delen": ("ANTWOORD_DELEN", ",".join(DELEN)),
    "geheime_sleutel": ("ANTWOORD_SECRET_KEY", ""),
    "vorige_sleutels": ("ANTWOORD_SECRET_KEY_VORIGE", ""),
    "hosts": ("ANTWOORD_HOSTS", ""),
    "zoekmachine": ("ANTWOORD_ZOEKMACHINE", "tantivy"),
    "elasticsearch": ("ANTWOORD_ELASTICSEARCH", "http://127.0.0.1:9200"),
    "proxy": ("ANTWOORD_PROXY", "nee"),
    "hsts_seconden": ("ANTWOORD_HSTS", "31536000"),
    "processen": ("ANTWOORD_PROCESSEN", "1"),
    "threads": ("ANTWOORD_THREADS", "8"),
    "smtp": ("ANTWOORD_SMTP", ""),
    "smtp_naam": ("ANTWOORD_SMTP_NAAM", ""),
    "smtp_wachtwoord": ("ANTWOORD_SMTP_WACHTWOORD", ""),
    "smtp_tls": ("ANTWOORD_SMTP_TLS", ""),
    "afzender": ("ANTWOORD_AFZENDER", "antwoord@localhost"),
    "telefonie": ("ANTWOORD_TELEFONIE", ""),
    "metriek": ("ANTWOORD_METRIEK", ""),
    "bewaar_dagen": ("ANTWOORD_BEWAAR_DAGEN", "0"),
    "linkcontrole": ("ANTWOORD_LINKCONTROLE", "ja"),
    "doelsleutels": ("ANTWOORD_DOELSLEUTELS", ""),
    "prive_doelen": ("ANTWOORD_PRIVE_DOELEN", "nee"),
    "debug": ("ANTWOORD_DEBUG", "nee"),
}


def _lijst(naam: str, ruw: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in ruw.split(",") if deel.strip())


def _getal(naam: str, ruw: str) -> int:
    if not ruw.isdecimal():
        raise OmgevingFout(f"{naam} moet een heel getal zijn, niet “{ruw}”.")
    return int(ruw)


def _vlag(naam: str, ruw: str) -> bool:
    if ruw.lower() in {"ja", "1", "true"}:
        return True
    if ruw.lower() in {"nee", "0", "false", ""}:
        return False
    raise OmgevingFout(f"{naam} moet “ja” of “nee” zijn, niet “{ruw}”.")


def _keuzes(naam: str, waarden: tuple[str, ...], toegestaan: tuple[str, ...]) -> None:
    for waarde in waarden:
        if waarde not in toegestaan:
            raise OmgevingFout(f"{naam} kent “{waarde}” niet. Kies uit: {', '.join(toegestaan)}.")


def _herkomsten(naam: str, waarden: tuple[str, ...]) -> None:
    """Origins as a browser names them: nothing behind the host, in lower case."""
    for waarde in waarden:
        delen = urlsplit(waarde)
        if delen.scheme not in {"http", "https"} or waarde != f"{delen.scheme}://{delen.netloc}".lower():
            raise OmgevingFout(f"{naam}: “{waarde}” is geen herkomst, zoals https://telefonie.gemeente.nl.")


KORTSTE_BEWAAR_DAGEN = 30
"""A typing error may not throw away what an answer of last week was."""

SMTP_TLS = ("starttls", "tls", "geen")
_TLS_BIJ_POORT = {587: "starttls", 465: "tls"}
_HIER = frozenset({"localhost", "127.0.0.1"})


def _mailserver(omgeving: Omgeving) -> Mailserver:
    host, _, poort = omgeving.smtp.partition(":")
    nummer = _getal("De poort in ANTWOORD_SMTP", poort or "25")
    hoe = omgeving.smtp_tls or _TLS_BIJ_POORT.get(nummer, "geen")
    _keuzes("ANTWOORD_SMTP_TLS", (hoe,), SMTP_TLS)
    if bool(omgeving.smtp_naam) != bool(omgeving.smtp_wachtwoord):
        raise OmgevingFout(
            "ANTWOORD_SMTP_NAAM en ANTWOORD_SMTP_WACHTWOORD horen bij elkaar: geef allebei of geen."
        )
    if omgeving.smtp_naam and hoe == "geen" and host not in _HIER:
        raise OmgevingFout(
            "ANTWOORD_SMTP_WACHTWOORD zou leesbaar over het netwerk gaan. Zet ANTWOORD_SMTP_TLS op starttls of tls."
        )
    return Mailserver(host, nummer, hoe == "starttls", hoe == "tls")


def _doelsleutels(naam: str, waarden: tuple[str, ...]) -> None:
    """Keys of Fernet: 32 bytes in base64, as `openssl rand -base64 32 | tr '+/' '-_'` makes them."""
    for waarde in waarden:
        if not re.fullmatch(r"[A-Za-z0-9_-]{43}=", waarde):
            raise OmgevingFout(
                f"{naam}: een sleutel is 32 willekeurige bytes in base64 (44 tekens, met - en _)."
            )


def _pad(naam: str, ruw: str) -> Path:
    return (BASE_DIR / Path(ruw).expanduser()).resolve()


_LEZERS: dict[Any, Callable[[str, str], Any]] = {
    int: _getal,
    bool: _vlag,
    Path: _pad,
    tuple[str, ...]: _lijst,
}


def lees(omgeving: Mapping[str, str]) -> Omgeving:
    """Read all variables from a mapping (usually `os.environ`); an empty value counts as absent."""
    waarden: dict[str, Any] = {}
    for veld in fields(Omgeving):
        naam, standaard = VARIABELEN[veld.name]
        ruw = omgeving.get(naam, "").strip() or standaard
        lezer = _LEZERS.get(veld.type)
        waarden[veld.name] = lezer(naam, ruw) if lezer else ruw
    gelezen = Omgeving(**waarden)
    _keuzes("ANTWOORD_DELEN", gelezen.delen, DELEN)
    _keuzes("ANTWOORD_ZOEKMACHINE", (gelezen.zoekmachine,), ZOEKMACHINES)
    _herkomsten("ANTWOORD_TELEFONIE", gelezen.telefonie)
    if 0 < gelezen.bewaar_dagen < KORTSTE_BEWAAR_DAGEN:
        raise OmgevingFout(
            f"ANTWOORD_BEWAAR_DAGEN moet 0 zijn (alles bewaren) of ten minste {KORTSTE_BEWAAR_DAGEN}."
        )
    _doelsleutels("ANTWOORD_DOELSLEUTELS", gelezen.doelsleutels)
    if not 1 <= gelezen.poort <= 65535:
        raise OmgevingFout(f"PORT moet tussen 1 en 65535 liggen, niet {gelezen.poort}.")
    return gelezen


SQLITE_OPTIES: dict[str, Any] = {
    # DEFERRED transactions that turn into writers fail at once with "database is locked"; see the ADR on SQLite.
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


def voor_een_proces(anders: Mapping[str, str]) -> dict[str, str]:
    """The environment for a process that we start, with other values for some variables."""
    return {**os.environ, **anders}


def database(url: str, data: Path) -> dict[str, Any]:
    """Django's DATABASES entry for a `postgresql://` or `sqlite:///` address; empty means SQLite in `data`."""
    if not url:
        return _sqlite(data / "antwoord.sqlite3")
    delen = urlsplit(url)
    if delen.scheme == "sqlite":
        return _sqlite(_pad("DATABASE_URL", unquote(delen.path.removeprefix("/"))))
    if delen.scheme not in {"postgres", "postgresql"}:
        raise OmgevingFout("DATABASE_URL moet beginnen met postgresql:// of sqlite:///.")
    opties = dict(paar.partition("=")[::2] for paar in delen.query.split("&") if paar)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(delen.path.removeprefix("/")),
        "USER": unquote(delen.username or ""),
        "PASSWORD": unquote(delen.password or ""),
        "HOST": unquote(opties.pop("host", delen.hostname or "")),
        "PORT": str(delen.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": opties,
        "ATOMIC_REQUESTS": False,
    }


def _sqlite(pad: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": pad,
        "OPTIONS": dict(SQLITE_OPTIES),
        # Opening a connection and its pragmas take eight times as long as answering for a page of a website.
        "CONN_MAX_AGE": 60,
        "ATOMIC_REQUESTS": False,
    }


def huidige() -> Omgeving:
    """The environment of this process."""
    return lees(cast(Mapping[str, str], os.environ))
