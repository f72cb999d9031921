"""The measurements work and say what they mean. How fast anything is, no test asks."""

from __future__ import annotations

import importlib
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from django.utils import timezone

from redactie.herzien import te_herzien
from redactie.models import Afwijking, LokaleVersie, Product, Tekstversie
from tests.bench import samenvoeging, verslag
from tests.bench.achthonderd import vermenigvuldig
from tests.bench.belasting import FoutAntwoord, belast, verzoek
from tests.bench.publiceerder import VELD, bruikbaar, publiceer
from tests.bench.redactie import metingen as redactiemetingen
from tests.bench.redactievulling import gemeenten_erbij, verander_de_regio
from tests.bench.uitkomst import Meting, getal, percentiel
from tests.bench.zichtbaar import proefwoorden
from tests.factories import GemeenteFactory, LokaleVersieFactory, ProductFactory

MODULES = sorted(pad.stem for pad in Path(__file__).parent.glob("*.py") if not pad.stem.startswith("test_"))


@pytest.mark.parametrize("module", MODULES)
def test_elke_module_van_de_metingen_laadt(module: str) -> None:
    assert importlib.import_module(f"tests.bench.{module}").__doc__


@pytest.fixture
def gemeente() -> str:
    """A municipality with two products of the region, one of which it deviates from, and one of its own."""
    dordrecht = GemeenteFactory(slug="dordrecht")
    paspoort = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    ProductFactory(sleutel="rijbewijs", gepubliceerd=True)
    ProductFactory(sleutel="dordrecht-pontje", gemeente=dordrecht, gepubliceerd=True)
    LokaleVersieFactory(
        product=paspoort, gemeente=dordrecht, wijkt_af={VELD: "Alleen op afspraak."}, gepubliceerd=True
    )
    return "dordrecht"


@pytest.mark.django_db
def test_het_lezen_van_een_gemeente_wordt_met_twee_queries_gemeten(gemeente: str) -> None:
    uit = samenvoeging.meet_hier(gemeente, timezone.now(), herhalingen=1)
    assert (uit["queries"], uit["producten"], uit["afwijkingen"]) == (2, 3, 1)
    assert len(uit["lezen"]) == len(uit["puur"]) == 1
    gehaald = {meting.wat: meting.gehaald for meting in samenvoeging._metingen(uit)}
    assert gehaald["queries"] is True


@pytest.mark.django_db
def test_een_land_heeft_in_elke_gemeente_de_eigen_teksten_van_het_voorbeeld(gemeente: str) -> None:
    assert gemeenten_erbij(gemeente, 4) == 4
    per_gemeente = Afwijking.objects.values_list("versie__gemeente__slug", "tekst")
    assert sorted(per_gemeente) == [
        (slug, "Alleen op afspraak.") for slug in ("dordrecht", "dordrecht-1", "dordrecht-2", "dordrecht-3")
    ]
    assert verander_de_regio(gemeente, 5) == 1
    assert all(te_herzien(LokaleVersie.objects.all()).values())


def test_de_gevolgen_voor_een_land_hebben_een_doel() -> None:
    tijden = {naam: [1500.0] for naam in ("start_lokaal", "start_centraal", "gevolgen", "herzien")}
    aantallen = {"gemeenten": 342, "producten": 800, "versies": 9, "vragen": 100, "afwijkend": 40}
    gehaald = {meting.wat: meting.gehaald for meting in redactiemetingen(tijden | aantallen)}
    assert [wat for wat, goed in gehaald.items() if goed is not None] == [
        "impact of a change on every municipality"
    ]
    assert gehaald["impact of a change on every municipality"] is False


@pytest.mark.django_db
def test_de_grote_gemeente_heeft_de_teksten_en_afwijkingen_van_de_kleine(gemeente: str) -> None:
    """3 products become 8: the two of the region twice more, and one of them once more."""
    teksten = {product.sleutel: product.tekstversies.count() for product in Product.objects.all()}
    assert vermenigvuldig(gemeente, 8) == 8
    assert Product.objects.filter(sleutel__startswith="paspoort").count() == 4
    assert Product.objects.filter(sleutel__startswith="rijbewijs").count() == 3
    assert LokaleVersie.objects.count() == Afwijking.objects.count() == 4
    verwacht = 4 * teksten["paspoort"] + 3 * teksten["rijbewijs"] + teksten["dordrecht-pontje"]
    assert Tekstversie.objects.count() == verwacht
    uit = samenvoeging.meet_hier(gemeente, timezone.now(), herhalingen=1)
    assert (uit["producten"], uit["afwijkingen"]) == (8, 4)


@pytest.mark.django_db
def test_alleen_een_product_dat_iedereen_volgt_wordt_gepubliceerd_om_te_meten(gemeente: str) -> None:
    assert bruikbaar() == ["rijbewijs"]
    publiceer("rijbewijs", "zofudi")
    laatste = Tekstversie.objects.filter(product__sleutel="rijbewijs", veld=VELD).latest("vanaf")
    assert "zofudi" in laatste.tekst


def test_de_proefwoorden_lijken_niet_op_elkaar() -> None:
    woorden = proefwoorden(50)
    assert len(set(woorden)) == 50
    for nummer, woord in enumerate(woorden):
        for ander in woorden[nummer + 1 :]:
            assert sum(een != twee for een, twee in zip(woord, ander, strict=True)) > 2


@contextmanager
def server(antwoord: bytes, stuk: int = 100) -> Iterator[int]:
    """Answers each request on each connection with these bytes, in pieces; its port."""
    with socket.create_server(("127.0.0.1", 0)) as luister:

        def bedien(stekker: socket.socket) -> None:
            with stekker, suppress(ConnectionError):
                while stekker.recv(4096):
                    for plek in range(0, len(antwoord), stuk):
                        stekker.sendall(antwoord[plek : plek + stuk])

        def neem_aan() -> None:
            while True:
                try:
                    stekker, _ = luister.accept()
                except OSError:
                    return
                threading.Thread(target=bedien, args=(stekker,), daemon=True).start()

        threading.Thread(target=neem_aan, daemon=True).start()
        yield luister.getsockname()[1]


def test_de_belasting_telt_hele_antwoorden() -> None:
    antwoord = b"HTTP/1.1 200 OK\r\nContent-Length: 250\r\n\r\n" + b"x" * 250
    with server(antwoord) as poort:
        uitslag = belast(poort, verzoek("/", "localhost"), seconden=0.2, verbindingen=2)
    assert uitslag.aantal >= 1
    assert uitslag.bytes_per_antwoord == len(antwoord)


def test_een_ongewijzigde_pagina_heeft_geen_inhoud() -> None:
    antwoord = b'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n'
    with server(antwoord) as poort:
        uitslag = belast(poort, verzoek("/", "localhost", '"a"'), seconden=0.1, status=304)
    assert uitslag.bytes_per_antwoord == len(antwoord)


def test_een_ander_antwoord_dan_gevraagd_telt_niet() -> None:
    with (
        server(b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n") as poort,
        pytest.raises(FoutAntwoord),
    ):
        belast(poort, verzoek("/", "localhost"), seconden=0.1)


def test_een_percentiel_is_een_gemeten_waarde() -> None:
    """Nearest rank: of 20 values the 19th is p95, the 10th p50."""
    waarden = [float(getal_) for getal_ in range(20, 0, -1)]
    assert percentiel(waarden, 0.95) == 19.0
    assert percentiel(waarden, 0.5) == 10.0
    assert percentiel([7.0], 0.95) == 7.0


@pytest.mark.parametrize(
    ("waarde", "tekst"), [(0.0123, "0.0123"), (1.234, "1.23"), (12.34, "12.3"), (1234.5, "1,234"), (3, "3")]
)
def test_een_getal_heeft_drie_cijfers_die_iets_zeggen(waarde: float, tekst: str) -> None:
    assert getal(waarde) == tekst


METINGEN = [
    Meting("Deel", "snel", 9.5, "ms", "n=3", hoogstens=10),
    Meting("Deel", "traag", 12, "times", minstens=20),
    Meting("Ander deel", "ernaast", 3, "s", referentie=True),
]


def test_het_verslag_zegt_wat_gehaald_is_en_wat_niet() -> None:
    markdown = verslag.als_markdown({"Machine": "hier"}, METINGEN)
    assert "| snel | 9.50 ms | ≤ 10 ms | yes | n=3 |" in markdown
    assert "| traag | 12 times | ≥ 20 times | **no** |  |" in markdown
    assert "| ernaast (reference) | 3 s |  |  |  |" in markdown
    assert markdown.index("### Deel") < markdown.index("### Ander deel")
    assert [regel.split()[-1] for regel in verslag.als_tabel(METINGEN).splitlines() if "≤" in regel] == [
        "yes"
    ]


def test_in_het_document_verandert_alleen_het_onderdeel_dat_gemeten_is(tmp_path: Path) -> None:
    document = tmp_path / "metingen.md"
    document.write_text(f"Voor\n{verslag.BEGIN}\n{verslag.EINDE}\nna\n", "utf-8")
    for deel, tekst in (("twee", "tweede"), ("een", "eerste"), ("twee", "nieuw")):
        verslag.werk_document_bij(document, deel, f"{tekst}\n", ["een", "twee"])
    gelezen = document.read_text("utf-8")
    assert gelezen.startswith(f"Voor\n{verslag.BEGIN}\n")
    assert gelezen.endswith(f"{verslag.EINDE}\nna\n")
    assert gelezen.index("eerste") < gelezen.index("nieuw")
    assert "tweede" not in gelezen
    document.write_text("niets", "utf-8")
    with pytest.raises(ValueError, match="no place"):
        verslag.werk_document_bij(document, "een", "nieuw\n", ["een"])


def test_de_cijfers_zijn_ook_als_gegevens_te_lezen(tmp_path: Path) -> None:
    pad = tmp_path / "var" / "bench.json"
    verslag.werk_json_bij(pad, "een", {"Machine": "hier"}, METINGEN)
    verslag.werk_json_bij(pad, "twee", {"Machine": "daar"}, METINGEN[:1])
    delen = json.loads(pad.read_text("utf-8"))["onderdelen"]
    assert [meting["gehaald"] for meting in delen["een"]["metingen"]] == [True, False, None]
    assert delen["twee"]["machine"] == {"Machine": "daar"}


def test_wat_van_meer_dingen_gemeten_is_staat_naast_elkaar() -> None:
    metingen = [
        Meting("Zoeken", "p50", 0.8, "ms", "n=9", hoogstens=1, kolom="een"),
        Meting("Zoeken", "p99", 7.0, "ms", kolom="een"),
        Meting("Zoeken", "p50", None, "", "no server", kolom="twee"),
    ]
    regels = verslag.als_markdown({"Commit": "abc"}, metingen).splitlines()
    assert "| Measured | een | twee | How |" in regels
    assert "| p50 | 0.800 ms (≤ 1 ms: yes) | not measured | n=9; no server |" in regels
    assert "| p99 | 7 ms |  |  |" in regels
    assert metingen[2].gehaald is None
