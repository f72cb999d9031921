"""Many targets at once, of which several hang, lie, refuse or attack: the others get everything, on time."""

from __future__ import annotations

import datetime as dt
import ssl
import threading
import time
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.utils import timezone

from deploy.ontvanger.ontvanger import Ontvanger
from sync.afspraak import lijn
from sync.bezorgen import Bezorger
from sync.models import Doel, DoelToestand, Levering, LeveringToestand
from sync.nazien_buiten import klacht
from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.sync.conftest import ADEM, plan_alles
from tests.sync.doelproef import doel_voor, staat, zie_na_en_herstel

GEHEIM = o.nieuw_geheim()
pytestmark = [pytest.mark.django_db, pytest.mark.traag]


def antwoordt(doe) -> ThreadingHTTPServer:
    """A server that does one thing with every request."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _doe(self):
            self.close_connection = True
            try:
                doe(self)
            except OSError:
                return

        do_GET = do_PUT = _doe

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    return server


def weigert(handler) -> None:
    handler.send_response(500)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def stuurt_een_gigabyte(verstuurd: list[int]):
    def doe(handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(2**30))
        handler.end_headers()
        for _ in range(2**14):
            handler.wfile.write(b"x" * 2**16)
            verstuurd.append(2**16)

    return doe


def leidt_om(naar: str):
    def doe(handler) -> None:
        handler.send_response(307)
        handler.send_header("Location", naar + handler.path)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return doe


@contextmanager
def met_certificaat(map_, monkeypatch, *, verlopen: bool):
    """The reference receiver behind TLS, with a certificate of an authority that this process trusts."""
    nu = dt.datetime.now(dt.UTC)
    sleutel = ec.generate_private_key(ec.SECP256R1())
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    tot = nu - dt.timedelta(days=1) if verlopen else nu + dt.timedelta(days=1)
    certificaat = (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(naam)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - dt.timedelta(days=9))
        .not_valid_after(tot)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(sleutel, hashes.SHA256())
    )
    pem = map_ / f"{'verlopen' if verlopen else 'geldig'}.pem"
    geheim = sleutel.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(geheim + certificaat.public_bytes(serialization.Encoding.PEM))
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    lijn.tls.cache_clear()
    server = o.maak_server(Ontvanger(o.opslag_in(map_), [GEHEIM]), "127.0.0.1", 0)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.handle_error = lambda *_: None
    with o.aan_het_werk(server) as adres:
        yield adres.replace("http://127.0.0.1", "https://localhost")
    lijn.tls.cache_clear()


@pytest.fixture
def kort(monkeypatch, settings):
    """Short patience, so that the test has it too."""
    settings.ANTWOORD_PRIVE_DOELEN = True
    monkeypatch.setattr("sync.doelen.http.SPREEKTIJD", 2.0)
    monkeypatch.setattr("sync.doelen.http.NAZIENTIJD", 4.0)


@contextmanager
def lopend(tot, *, hoogstens: float):
    """Rounds of the loop, in this thread, until `tot()`; gives the seconds it took."""
    bezorger, begin = Bezorger(plaatsen=4, proefplaatsen=2), time.monotonic()
    try:
        while not tot() and time.monotonic() - begin < hoogstens:
            bezorger.ronde(ADEM)
            bezorger.wacht(0.05)
        yield time.monotonic() - begin
    finally:
        bezorger.sluit()


def test_tussen_kwade_doelen_krijgen_de_goede_alles(regio, tmp_path, kort, monkeypatch):
    klaar, verstuurd = threading.Event(), []
    goede = [o.Telt(o.opslag_in(tmp_path), [GEHEIM]) for _ in range(12)]
    binnen = o.Telt(o.opslag_in(tmp_path), [GEHEIM])
    knikt = o.Jaknikker(o.opslag_in(tmp_path), [GEHEIM])
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    with ExitStack() as stapel:
        kwaad = {
            "hangt": antwoordt(lambda _: klaar.wait(60)),
            "weigert": antwoordt(weigert),
            "omleiding": antwoordt(leidt_om(stapel.enter_context(o.draai(binnen)))),
            "gigabyte": antwoordt(stuurt_een_gigabyte(verstuurd)),
        }
        adressen = {naam: stapel.enter_context(o.aan_het_werk(server)) for naam, server in kwaad.items()}
        adressen["knikt"] = stapel.enter_context(o.draai(knikt))
        adressen["verlopen"] = stapel.enter_context(met_certificaat(tmp_path, monkeypatch, verlopen=True))
        # The bad ones first, and more of the hanging kind than there are threads.
        for nummer in range(6):
            doel_voor("sliedrecht", adressen["hangt"], GEHEIM, f"hangt {nummer}")
        for naam, adres in adressen.items():
            doel_voor("sliedrecht", adres, GEHEIM, naam)
        for nummer, goed in enumerate(goede):
            doel_voor("sliedrecht", stapel.enter_context(o.draai(goed)), GEHEIM, f"goed {nummer}")
        van_goede = Levering.objects.filter(doel__naam__startswith="goed")

        def alles_er() -> bool:
            return not van_goede.exclude(toestand=LeveringToestand.BEVESTIGD).exists()

        with lopend(alles_er, hoogstens=60):
            assert alles_er()
        assert all(set(staat(goed)) == {"product/paspoort", "gemeente/gemeente"} for goed in goede)

        namen = ("hangt", "weigert", "omleiding", "gigabyte", "verlopen")
        fouten = {naam: lambda naam=naam: Doel.objects.get(naam=naam).laatste_fout for naam in namen}
        with lopend(lambda: all(fout() for fout in fouten.values()), hoogstens=60):
            pass
        gezegd = {naam: fout() for naam, fout in fouten.items()}
        assert gezegd["hangt"] == "het antwoord kwam niet op tijd"
        assert gezegd["weigert"] == "500"
        assert gezegd["omleiding"] == "307"
        assert gezegd["gigabyte"] == "het antwoord is groter dan 256 kB"
        assert gezegd["verlopen"].startswith("het certificaat is niet geldig")
        assert sum(verstuurd) < 64 * 2**20
        assert binnen.leveringen == 0
        assert not Levering.objects.filter(doel__naam__in=namen, bevestigd__gt=0).exists()
        assert set(Doel.objects.values_list("toestand", flat=True)) == {DoelToestand.ACTIEF}

        # The one that says yes and keeps nothing is believed until it is asked what it has.
        ja = Doel.objects.get(naam="knikt")
        assert ja.leveringen.filter(bevestigd__gt=0).count() == 2
        Doel.objects.exclude(pk=ja.pk).update(toestand=DoelToestand.GEPAUZEERD)
        for _ in range(4):
            zie_na_en_herstel()
        ja.refresh_from_db()
        assert ja.verschillen == {"ontbreekt": 2}
        assert "heeft ze niet" in klacht(ja)
        klaar.set()


def test_een_geldig_certificaat_wordt_wel_geloofd(regio, tmp_path, kort, monkeypatch):
    """The control of the expired one."""
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    with met_certificaat(tmp_path, monkeypatch, verlopen=False) as adres:
        doel_voor("sliedrecht", adres, GEHEIM)
        with lopend(lambda: Levering.objects.filter(bevestigd__gt=0).count() == 2, hoogstens=30):
            assert Levering.objects.filter(bevestigd__gt=0).count() == 2


def test_een_doel_op_een_binnenadres_wordt_niet_gevraagd(regio, tmp_path, kort, settings):
    binnen = o.Telt(o.opslag_in(tmp_path), [GEHEIM])
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    with o.draai(binnen) as adres:
        doel = doel_voor("sliedrecht", adres, GEHEIM)
        settings.ANTWOORD_PRIVE_DOELEN = False
        # Over https it would be asked, were the name not one of this machine.
        Doel.objects.update(adres=adres.replace("http://127.0.0.1", "https://localhost"))
        with lopend(lambda: Doel.objects.get(pk=doel.pk).laatste_fout != "", hoogstens=20):
            doel.refresh_from_db()
    assert "niet op het openbare internet" in doel.laatste_fout
    assert binnen.leveringen == 0


def test_wie_langzaam_druppelt_wordt_op_tijd_afgekapt(regio, kort):
    def druppel(handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for teken in b"x-langzaam: " + b"a" * 500:
            handler.wfile.write(bytes([teken]))
            handler.wfile.flush()
            time.sleep(0.1)

    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    with o.aan_het_werk(antwoordt(druppel)) as adres:
        doel = doel_voor("sliedrecht", adres, GEHEIM)
        begin = timezone.now()
        with lopend(lambda: Doel.objects.get(pk=doel.pk).laatste_fout != "", hoogstens=30):
            doel.refresh_from_db()
    assert doel.laatste_fout == "het antwoord kwam niet op tijd"
    assert doel.fout_sinds - begin < dt.timedelta(seconds=25)
