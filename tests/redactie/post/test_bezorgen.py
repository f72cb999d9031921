"""Mail goes out through a server that asks who we are, over a line that nobody reads; the password shows nowhere."""

from __future__ import annotations

import datetime as dt
import ipaddress
import runpy
import ssl
from pathlib import Path
from typing import Any

import pytest
import time_machine
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.mail import EmailMessage

from kennisbank.models import Melding
from redactie.keuzes import Berichtfout
from redactie.post.bezorgen import NA_WEIGERING, NOG_EENS, bezorg
from redactie.settings import base, omgeving
from tests.kennisbank.melden.conftest import GEMELD
from tests.postbus import postbus

WACHTWOORD = "zeer-geheim-3f9a"
WIE = {"ANTWOORD_SMTP_NAAM": "antwoord", "ANTWOORD_SMTP_WACHTWOORD": WACHTWOORD}
KENT = ("antwoord", WACHTWOORD)


@pytest.fixture
def rij(db: None) -> Melding:
    """Something that waits for its mail."""
    return Melding.objects.create(
        bereik="sliedrecht",
        sleutel="x",
        titel="X",
        eigenaar="regio",
        versie=1,
        gemeld_op=GEMELD,
        uiterlijk_op=GEMELD,
    )


@pytest.fixture
def ingesteld(settings: Any) -> Any:
    """`ingesteld({"ANTWOORD_SMTP": …})`: the mail settings as base.py makes them of an environment."""

    def stel_in(variabelen: dict[str, str]) -> None:
        with pytest.MonkeyPatch.context() as even:
            even.setattr(omgeving, "huidige", lambda: omgeving.lees(variabelen))
            gemaakt = runpy.run_path(base.__file__)
        for naam, waarde in gemaakt.items():
            if not naam.startswith("EMAIL_"):
                continue
            setattr(settings, naam, waarde)

    return stel_in


@pytest.fixture
def tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A certificate for 127.0.0.1, which this process trusts."""
    sleutel, nu = ec.generate_private_key(ec.SECP256R1()), dt.datetime.now(dt.UTC)
    naam = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "postbus")])
    bewijs = (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(naam)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - dt.timedelta(days=1))
        .not_valid_after(nu + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(sleutel, hashes.SHA256())
    )
    bestand = tmp_path / "postbus.pem"
    besloten = sleutel.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    bestand.write_bytes(besloten + bewijs.public_bytes(serialization.Encoding.PEM))
    monkeypatch.setenv("SSL_CERT_FILE", str(bestand))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(bestand)
    return context


def stuur(rij: Melding) -> int:
    alle = Melding.objects.filter(pk=rij.pk, bericht_op__isnull=True)
    return bezorg(
        alle, lambda _: EmailMessage("Onderwerp", "Tekst", to=["wie@regio.example"]), waarover="proef"
    )


def fout_van(rij: Melding) -> str:
    rij.refresh_from_db()
    return rij.bericht_fout


@pytest.mark.parametrize("hoe", ["starttls", "tls"])
def test_met_naam_en_wachtwoord_over_een_versleutelde_lijn(
    rij: Melding, ingesteld: Any, tls: ssl.SSLContext, hoe: str
) -> None:
    with postbus(kent=KENT, tls=tls, starttls=hoe == "starttls") as bus:
        ingesteld({"ANTWOORD_SMTP": f"127.0.0.1:{bus.poort}", "ANTWOORD_SMTP_TLS": hoe, **WIE})
        assert stuur(rij) == 1
    assert [brief.aan for brief in bus.brieven] == [("wie@regio.example",)]


def test_een_server_die_niemand_kan_bewijzen_krijgt_geen_wachtwoord(
    rij: Melding, ingesteld: Any, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with postbus(kent=KENT, tls=tls, starttls=True) as bus:
        ingesteld({"ANTWOORD_SMTP": f"127.0.0.1:{bus.poort}", "ANTWOORD_SMTP_TLS": "starttls", **WIE})
        assert stuur(rij) == 0
    assert bus.brieven == []
    assert fout_van(rij) == Berichtfout.ONBEREIKBAAR


def test_een_verkeerd_wachtwoord_staat_nergens_en_de_reden_wel(
    rij: Melding, ingesteld: Any, caplog: Any
) -> None:
    with postbus(kent=("antwoord", "iets anders")) as bus:
        ingesteld({"ANTWOORD_SMTP": f"127.0.0.1:{bus.poort}", **WIE})
        assert stuur(rij) == 0
    assert fout_van(rij) == Berichtfout.GEWEIGERD
    assert "SMTPAuthenticationError 535" in caplog.text
    assert WACHTWOORD not in caplog.text


def test_wat_geweigerd_is_wordt_pas_na_een_half_uur_weer_geprobeerd(rij: Melding, ingesteld: Any) -> None:
    with postbus(weigert=frozenset({"wie@regio.example"})) as bus, time_machine.travel(GEMELD) as klok:
        ingesteld({"ANTWOORD_SMTP": f"127.0.0.1:{bus.poort}"})
        stuur(rij)
        klok.shift(NA_WEIGERING - NOG_EENS)
        stuur(rij)
        assert bus.gesprekken == 1
        klok.shift(NOG_EENS + NOG_EENS)
        stuur(rij)
        assert bus.gesprekken == 2


def test_zonder_aanmelden_zegt_de_server_nee(rij: Melding, ingesteld: Any) -> None:
    with postbus(kent=KENT) as bus:
        ingesteld({"ANTWOORD_SMTP": f"127.0.0.1:{bus.poort}"})
        assert stuur(rij) == 0
    assert fout_van(rij) == Berichtfout.GEWEIGERD


@pytest.mark.parametrize(
    ("variabelen", "melding"),
    [
        ({"ANTWOORD_SMTP": "mail.example:25", **WIE}, "leesbaar over het netwerk"),
        ({"ANTWOORD_SMTP": "mail.example:587", "ANTWOORD_SMTP_NAAM": "antwoord"}, "horen bij elkaar"),
        ({"ANTWOORD_SMTP": "mail.example:587", "ANTWOORD_SMTP_TLS": "ja"}, "kent “ja” niet"),
        ({"ANTWOORD_SMTP": "mail.example:smtp"}, "moet een heel getal zijn"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_zonder_het_wachtwoord_te_noemen(
    variabelen: dict[str, str], melding: str
) -> None:
    with pytest.raises(omgeving.OmgevingFout, match=melding) as fout:
        _ = omgeving.lees(variabelen).mailserver
    assert WACHTWOORD not in str(fout.value)


@pytest.mark.parametrize(
    ("poort", "starttls", "tls"), [("587", True, False), ("465", False, True), ("25", False, False)]
)
def test_de_poort_zegt_hoe_er_versleuteld_wordt(poort: str, starttls: bool, tls: bool) -> None:
    server = omgeving.lees({"ANTWOORD_SMTP": f"mail.example:{poort}"}).mailserver
    assert server == omgeving.Mailserver("mail.example", int(poort), starttls, tls)


def test_wie_de_omgeving_afdrukt_ziet_geen_geheim() -> None:
    geheim = {**WIE, "ANTWOORD_SECRET_KEY": "k-geheim", "DATABASE_URL": "postgresql://a:db-geheim@h/d"}
    afdruk = repr(omgeving.lees(geheim))
    assert not any(woord in afdruk for woord in (WACHTWOORD, "k-geheim", "db-geheim"))
