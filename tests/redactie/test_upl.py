"""The national list: what changes from 2021 to 2025, what is refused, and which products need attention."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from redactie.models import UplNaam, Wijziging
from redactie.upl.bezwaren import producten_met_vervallen_upn
from redactie.upl.inlezen import lees_in
from redactie.upl.lijst import NODIG, UplFout, UplNaamRij, lees_lijst
from redactie.upl.verschil import Soort, Verandering, vergelijk
from tests.factories import ProductFactory

LIJSTEN = settings.BASE_DIR / "redactie" / "data" / "upl"
LIJST_2021 = LIJSTEN / "upl-actueel-2021-12-24.csv"
LIJST_2025 = LIJSTEN / "upl-actueel-2025-04-30.csv"
TERMEN = "http://standaarden.overheid.nl/owms/terms/"
PASPOORT = f"{TERMEN}paspoort"
VERVALLEN = f"{TERMEN}antireclamesticker"
VERPLAATST = f"{TERMEN}bedrijf_aan_huis_melding"
ANDERE_GROND = f"{TERMEN}asbestverwijdering"
GELIJK = f"{TERMEN}aanleunwoning"


def rij(**cellen: str) -> str:
    return ",".join(cellen.get(kolom, "") for kolom in NODIG)


def lijst(*rijen: str) -> bytes:
    return "\n".join([",".join(NODIG), *rijen, ""]).encode()


def naam(uri: str = PASPOORT, **cellen: str) -> str:
    return rij(**{"UniformeProductnaam": uri.rsplit("/", 1)[-1], "URI": uri, "Gemeente": "X"} | cellen)


def stand() -> list[tuple[object, ...]]:
    return list(UplNaam.objects.order_by("pk").values_list())


@pytest.fixture
def van_2021(db: None) -> None:
    lees_in(lijst=lees_lijst(LIJST_2021.read_bytes()))


# -- reading


def test_een_lijst_heeft_een_naam_per_uri() -> None:
    assert len(lees_lijst(LIJST_2021.read_bytes())) == 1017
    assert len(lees_lijst(LIJST_2025.read_bytes())) == 1214


def test_een_naam_heeft_al_haar_grondslagen() -> None:
    aanschrijving = lees_lijst(LIJST_2025.read_bytes())[f"{TERMEN}aanschrijving"]
    assert [grond.label for grond in aanschrijving.grondslagen] == [
        "Artikel 125 Gemeentewet",
        "Artikel 122 Provinciewet",
        "Artikel 61 Waterschapswet",
    ]
    assert aanschrijving.bestuurslagen == ("provincie", "waterschap", "gemeente")
    assert aanschrijving.kenmerken == ("autonomie", "medebewind")


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"", "de kolom “UniformeProductnaam” ontbreekt"),
        (b"naam,uri\na,b\n", "de kolom “UniformeProductnaam” ontbreekt"),
        (lijst(), "De lijst is leeg"),
        (lijst(naam()), "maar 1 namen"),
        (lijst(naam(), "a,b"), "Regel 3: er zijn 2 cellen in plaats van"),
        (lijst(naam()).rstrip(b"\n"), "waarschijnlijk afgekapt"),
        (lijst(naam(URI="")), "Regel 2: hier ontbreekt een naam of een URI"),
        (lijst(naam(URI="javascript:x")), "Regel 2: hier ontbreekt een naam of een URI"),
        (
            lijst(naam(), naam(SDG="D1")),
            "Regel 3: “http://standaarden.overheid.nl/owms/terms/paspoort” staat er twee",
        ),
        (b"\xff\xfe", "Regel 1: dit bestand is niet in UTF-8"),
        (lijst('"a'), "geen geldige CSV"),
    ],
)
def test_wat_de_lijst_niet_kan_zijn_wordt_geweigerd(inhoud: bytes, melding: str) -> None:
    with pytest.raises(UplFout, match=melding.replace("(", r"\(").replace("?", r"\?")):
        lees_lijst(inhoud)


def test_een_korte_lijst_mag_als_iemand_het_zegt() -> None:
    assert list(lees_lijst(lijst(naam()), toch=True)) == [PASPOORT]


def test_een_lege_lijst_mag_nooit() -> None:
    with pytest.raises(UplFout, match="leeg"):
        lees_lijst(lijst(), toch=True)


# -- from 2021 to 2025


def als_rij(verandering: Verandering) -> dict[str, str]:
    oud, nieuw = verandering.oud, verandering.nieuw
    nu = nieuw or oud
    assert nu is not None
    return {
        "uri": verandering.uri,
        "wijziging": verandering.soort.value,
        "naam_2021": oud.naam if oud else "",
        "naam_2025": nieuw.naam if nieuw else "",
        "gewijzigde_velden": " ".join(verandering.velden),
        "bestuurslagen": " ".join(nu.bestuurslagen),
    }


@pytest.mark.usefixtures("van_2021")
def test_van_2021_naar_2025_geeft_precies_de_bekende_wijzigingen() -> None:
    with (LIJSTEN / "upl-changes-2021-2025.csv").open(encoding="utf-8", newline="") as stroom:
        verwacht = sorted(csv.DictReader(stroom), key=lambda rij: rij["uri"])
    veranderingen = lees_in(lijst=lees_lijst(LIJST_2025.read_bytes()))
    gevonden = [als_rij(v) for v in veranderingen if v.soort is not Soort.BIJGEWERKT]
    assert len(verwacht) == 599
    assert gevonden == verwacht


@pytest.mark.usefixtures("van_2021")
def test_na_de_invoer_staat_er_de_nieuwe_lijst() -> None:
    nieuw = lees_lijst(LIJST_2025.read_bytes())
    lees_in(lijst=nieuw)
    assert set(UplNaam.objects.filter(vervallen_op=None).values_list("uri", flat=True)) == set(nieuw)
    assert UplNaam.objects.exclude(vervallen_op=None).count() == 66


@pytest.mark.usefixtures("van_2021")
@pytest.mark.parametrize("bestand", [LIJST_2021, LIJST_2025])
def test_een_tweede_keer_verandert_geen_rij(bestand: Path) -> None:
    lees_in(lijst=lees_lijst(bestand.read_bytes()))
    voor, wijzigingen = stand(), Wijziging.objects.count()
    assert lees_in(lijst=lees_lijst(bestand.read_bytes())) == []
    assert stand() == voor
    assert Wijziging.objects.count() == wijzigingen


@pytest.mark.usefixtures("van_2021")
def test_een_naam_kan_terugkomen() -> None:
    lees_in(lijst=lees_lijst(LIJST_2025.read_bytes()))
    terug = lees_in(lijst=lees_lijst(LIJST_2021.read_bytes()), toch=True)
    assert VERVALLEN in {v.uri for v in terug if v.soort is Soort.TERUG}
    assert UplNaam.objects.get(uri=VERVALLEN).vervallen_op is None


def test_een_ander_opschrift_wordt_bewaard_en_niet_als_wijziging_geteld() -> None:
    oud = lees_lijst(lijst(naam(Grondslag="http://wet/1", Grondslaglabel="Artikel 1")), toch=True)
    nieuw = lees_lijst(lijst(naam(Grondslag="http://wet/1", Grondslaglabel="Artikel 1 Wet")), toch=True)
    (verandering,) = vergelijk(oud, nieuw)
    assert verandering.soort is Soort.BIJGEWERKT
    assert verandering.velden == ()


def test_een_andere_naam_is_een_wijziging() -> None:
    oud, nieuw = {PASPOORT: UplNaamRij(PASPOORT, "pas")}, {PASPOORT: UplNaamRij(PASPOORT, "paspoort")}
    (verandering,) = vergelijk(oud, nieuw)
    assert (verandering.soort, verandering.velden) == (Soort.GEWIJZIGD, ("naam",))


@pytest.mark.usefixtures("van_2021")
def test_een_proef_schrijft_niets() -> None:
    voor = stand()
    assert len(lees_in(lijst=lees_lijst(LIJST_2025.read_bytes()), proef=True)) > 599
    assert stand() == voor


@pytest.mark.usefixtures("van_2021")
def test_een_lijst_waar_te_veel_uit_is_wordt_geweigerd() -> None:
    regels = LIJST_2025.read_bytes().splitlines(keepends=True)
    half = lees_lijst(b"".join(regels[: len(regels) // 2]))
    voor = stand()
    with pytest.raises(UplFout, match="zouden") as fout:
        lees_in(lijst=half)
    assert fout.value.toch_mag
    assert stand() == voor
    assert lees_in(lijst=half, toch=True)


# -- products


@pytest.mark.usefixtures("van_2021")
def test_producten_met_een_gewijzigde_naam_krijgen_een_wijziging() -> None:
    for sleutel, uri in [("sticker", VERVALLEN), ("asbest", ANDERE_GROND), ("woning", GELIJK)]:
        ProductFactory(sleutel=sleutel, upn=[uri], gepubliceerd=True)
    ProductFactory(sleutel="concept", upn=[VERVALLEN])
    Wijziging.objects.all().delete()
    veranderd = {v.uri for v in lees_in(lijst=lees_lijst(LIJST_2025.read_bytes()))}
    assert GELIJK not in veranderd
    assert set(Wijziging.objects.values_list("soort", "sleutel", "gemeente")) == {
        ("product", "sticker", ""),
        ("product", "asbest", ""),
    }


@pytest.mark.usefixtures("van_2021")
def test_producten_met_een_vervallen_of_verplaatste_naam_worden_genoemd_en_blijven_live() -> None:
    sticker = ProductFactory(sleutel="sticker", titel="Sticker", upn=[VERVALLEN], gepubliceerd=True)
    ProductFactory(sleutel="bedrijf", titel="Bedrijf", upn=[VERPLAATST], gepubliceerd=True)
    ProductFactory(sleutel="verwijzing", titel="V", upn=[VERPLAATST], productsoort="verwijzing")
    ProductFactory(sleutel="verzonnen", titel="X", upn=[f"{TERMEN}verzonnen", PASPOORT])
    assert [b.sleutel for b in producten_met_vervallen_upn()] == ["verzonnen"]
    lees_in(lijst=lees_lijst(LIJST_2025.read_bytes()))
    bezwaren = {b.sleutel: b for b in producten_met_vervallen_upn()}
    assert {sleutel: b.reden.value for sleutel, b in bezwaren.items()} == {
        "bedrijf": "verplaatst",
        "sticker": "vervallen",
        "verzonnen": "onbekend",
    }
    sinds = bezwaren["sticker"].sinds
    assert sinds is not None
    assert sinds <= timezone.now()
    sticker.refresh_from_db()
    assert sticker.live


@pytest.mark.django_db
def test_het_overzicht_kost_twee_vragen(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for nr in range(5):
        ProductFactory(sleutel=f"p{nr}", upn=[PASPOORT])
    with django_assert_num_queries(2):
        assert len(producten_met_vervallen_upn()) == 5


# -- the command


@pytest.mark.django_db
def test_de_opdracht_telt_wat_er_verandert() -> None:
    ProductFactory(sleutel="sticker", upn=[VERVALLEN])
    call_command("importeer_upl", str(LIJST_2021), stdout=StringIO())
    uit = StringIO()
    call_command("importeer_upl", str(LIJST_2025), stdout=uit)
    assert "    263 nieuw\n" in uit.getvalue()
    assert "    270 gewijzigd\n" in uit.getvalue()
    assert "     66 vervallen\n" in uit.getvalue()
    assert f"  sticker: {VERVALLEN} (staat niet meer in de landelijke lijst)" in uit.getvalue()


@pytest.mark.django_db
def test_de_opdracht_weigert_een_afgekapte_lijst(tmp_path: Path) -> None:
    (tmp_path / "upl.csv").write_bytes(LIJST_2025.read_bytes()[:20_000])
    with pytest.raises(CommandError, match="Er is niets gewijzigd"):
        call_command("importeer_upl", str(tmp_path / "upl.csv"))
    assert not UplNaam.objects.exists()


@pytest.mark.django_db
def test_een_bestand_dat_er_niet_is_geeft_een_melding(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is niet te lezen"):
        call_command("importeer_upl", str(tmp_path / "weg.csv"))
