"""The round trip: what was imported comes out as the same data, and going in again changes nothing."""

from datetime import date, datetime
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone

from redactie.invoer.documenten import Bundel, Document, Soort
from redactie.invoer.fouten import Fouten
from redactie.invoer.importeren import bereid_voor, importeer
from redactie.invoer.lezen import lees_bundel
from redactie.invoer.verschil import op_moment
from redactie.keuzes import AfwijkingWijze
from redactie.models import LokaleVersie, Product
from redactie.periode import AMSTERDAM
from redactie.uitvoer.exporteren import exporteer
from tests.factories import (
    AfwijkingFactory,
    LokaleVersieFactory,
    MededelingFactory,
    ProductFactory,
    TekstversieFactory,
    publiceer,
)
from tests.redactie.invoer.databaserijen import rijen
from tests.redactie.invoer.hulp import REGIO, kopie, telling

VOORBEELD = settings.BASE_DIR / "redactie" / "voorbeeld" / "drechtsteden"


def lees(map_: Path) -> Bundel:
    fouten = Fouten()
    bundel = lees_bundel(map_, fouten)
    assert [str(fout) for fout in fouten] == []
    return bundel


def inhoud(bundel: Bundel) -> dict[Soort, dict[object, Document]]:
    nu = timezone.now()
    return {soort: {i: op_moment(d, nu) for i, d in bundel.van(soort).items()} for soort in Soort}


def rondreis(doel: Path) -> list[str]:
    """Export, and what an import of that would change."""
    _, bezwaren = exporteer(doel, nu=timezone.now())
    assert bezwaren == []
    plan = bereid_voor(doel, nu=timezone.now(), verwijder=True).plan
    return [
        f"{soort}: {document.identiteit}"
        for soort, verschil in plan
        for document in [*verschil.te_schrijven, *verschil.verwijderd]
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("naam", ["uit", "uit.zip"])
def test_wat_eruit_komt_is_wat_erin_ging(tmp_path: Path, naam: str) -> None:
    bron = kopie(tmp_path / "in")
    bron.importeer()
    exporteer(tmp_path / naam, nu=timezone.now())
    assert inhoud(lees(tmp_path / naam)) == inhoud(bron.bundel())


@pytest.mark.django_db
def test_opnieuw_inlezen_verandert_geen_rij(tmp_path: Path) -> None:
    kopie(tmp_path / "in").importeer()
    assert rondreis(tmp_path / "uit") == []
    voor = rijen()
    importeer(bereid_voor(tmp_path / "uit", nu=timezone.now(), verwijder=True))
    assert rijen() == voor


@pytest.mark.django_db
def test_twee_keer_exporteren_geeft_dezelfde_bestanden(tmp_path: Path) -> None:
    kopie(tmp_path / "in").importeer()
    exporteer(tmp_path / "a.zip", nu=timezone.now())
    importeer(bereid_voor(tmp_path / "a.zip", nu=timezone.now()))
    exporteer(tmp_path / "b.zip", nu=timezone.now())
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.django_db
@pytest.mark.traag
def test_de_voorbeeldregio_maakt_de_rondreis(tmp_path: Path) -> None:
    voorbereid = bereid_voor(VOORBEELD, nu=timezone.now())
    importeer(voorbereid)
    assert sum(nieuw for nieuw, *_ in telling(voorbereid).values()) > 2000
    assert rondreis(tmp_path / "uit") == []
    assert inhoud(lees(tmp_path / "uit")) == inhoud(lees(VOORBEELD))


# -- what the CMS can hold and the fixture does not


@pytest.mark.django_db
def test_tekst_uit_een_formulier_komt_gelijk_terug(tmp_path: Path) -> None:
    ProductFactory(gepubliceerd=True, sleutel="x", inleiding="Een.\r\n\x0b- twee\x85- drie  \r\n")
    assert rondreis(tmp_path) == []
    assert "# inleiding\n\nEen.\n\n- twee\n- drie\n" in (tmp_path / "producten/x.md").read_text()


@pytest.mark.django_db
def test_concepten_en_ingetrokken_teksten_gaan_niet_mee(tmp_path: Path) -> None:
    concept = ProductFactory(sleutel="concept")
    weg = ProductFactory(sleutel="weg", gepubliceerd=True)
    weg.unpublish()
    LokaleVersieFactory(product=weg, gepubliceerd=True)
    live = ProductFactory(sleutel="live", gepubliceerd=True, verwant=[concept, weg])
    live.titel = "Nog niet"
    live.save_revision()
    assert rondreis(tmp_path) == []
    assert [p.name for p in tmp_path.glob("**/*.md")] == ["live.md"]
    assert "Nog niet" not in (tmp_path / "producten/live.md").read_text()


@pytest.mark.django_db
def test_twee_perioden_van_een_afwijking_maken_de_rondreis(tmp_path: Path) -> None:
    versie = LokaleVersieFactory(product=ProductFactory(gepubliceerd=True, sleutel="x"))
    for vanaf, tot, tekst in [
        (None, date(2026, 6, 30), "Eerst."),
        (date(2026, 7, 1), date(2026, 12, 31), "Dan."),
        (date(2027, 1, 1), None, "Later."),
    ]:
        AfwijkingFactory(
            versie=versie, veld="kosten", wijze=AfwijkingWijze.ERNA, vanaf=vanaf, tot=tot, tekst=tekst
        )
    publiceer(LokaleVersie.objects.get(pk=versie.pk))
    assert rondreis(tmp_path) == []
    (bestand,) = tmp_path.glob("lokaal/*/x.md")
    assert "# kosten (erna)\n\nEerst.\n\n# kosten (erna, vanaf 2026-07-01)\n\nDan." in bestand.read_text()


@pytest.mark.django_db
def test_een_geplande_tekst_op_een_moment_en_een_lege_maken_de_rondreis(tmp_path: Path) -> None:
    with time_machine.travel(datetime(2026, 11, 22, tzinfo=AMSTERDAM), tick=True):
        product = ProductFactory(gepubliceerd=True, sleutel="x")
        TekstversieFactory(
            product=product, gepland=True, vanaf=datetime(2027, 3, 1, 14, 30, tzinfo=AMSTERDAM)
        )
        TekstversieFactory(
            product=product, gepland=True, vanaf=datetime(2027, 6, 1, tzinfo=AMSTERDAM), tekst=""
        )
        assert rondreis(tmp_path) == []
    tekst = (tmp_path / "producten/x.md").read_text()
    assert "# termijn (vanaf 2027-03-01T14:30)\n\nUw paspoort" in tekst
    assert tekst.endswith("# termijn (vanaf 2027-06-01)\n")


@pytest.mark.django_db
def test_de_tekst_die_geldt_gaat_mee_ook_als_het_scherm_nog_achterloopt(tmp_path: Path) -> None:
    product = ProductFactory(gepubliceerd=True, sleutel="x")
    TekstversieFactory(product=product, tekst="Een correctie.", verwerkt=False)
    assert rondreis(tmp_path) == []
    assert "# termijn\n\nEen correctie.\n" in (tmp_path / "producten/x.md").read_text()


@pytest.mark.django_db
def test_een_mededeling_maakt_de_rondreis(tmp_path: Path) -> None:
    MededelingFactory(
        sleutel="a", van=datetime(2026, 6, 1, 9, 15, 30, tzinfo=AMSTERDAM), betreft=[], tekst='Een "b", c'
    )
    assert rondreis(tmp_path) == []
    assert 'a,,"Een ""b"", c",' in (tmp_path / "mededelingen.csv").read_text()
    assert ",2026-06-01T09:15,,alles," in (tmp_path / "mededelingen.csv").read_text()


@pytest.mark.django_db
def test_een_verwijzing_naar_wat_niet_meegaat_wordt_gemeld(tmp_path: Path) -> None:
    weg = ProductFactory(sleutel="weg")
    ProductFactory(sleutel="oud", gepubliceerd=True, opvolger=weg)
    _, bezwaren = exporteer(tmp_path, nu=timezone.now())
    assert [str(bezwaar) for bezwaar in bezwaren] == [
        "producten/oud.md: opvolger: het product “weg” bestaat niet."
    ]


# -- the commands


@pytest.mark.django_db
def test_de_opdrachten_zeggen_wat_er_gebeurt(tmp_path: Path) -> None:
    uit = StringIO()
    call_command("importeer", str(REGIO), stdout=uit, stderr=StringIO())
    assert "Klaar." in uit.getvalue()
    assert "  producten       5 nieuw\n" in uit.getvalue()
    uit = StringIO()
    call_command("importeer", str(REGIO), "--proef", stdout=uit, stderr=StringIO())
    assert uit.getvalue().startswith("Proef: er is niets geschreven.")
    assert "  producten       5 ongewijzigd\n" in uit.getvalue()
    uit = StringIO()
    call_command("exporteer", str(tmp_path / "uit.zip"), stdout=uit, stderr=StringIO())
    assert f"Geschreven naar {tmp_path / 'uit.zip'}." in uit.getvalue()


@pytest.mark.django_db
def test_een_fout_stopt_de_opdracht_met_alle_meldingen(tmp_path: Path) -> None:
    bron = kopie(tmp_path / "in")
    bron.vervang("gegevens.csv", "5 werkdagen", "vijf dagen")
    bron.vervang("themas.csv", "thema", "onderwerp")
    with pytest.raises(CommandError) as fout:
        call_command("importeer", str(bron.map))
    regels = str(fout.value).splitlines()
    assert len(regels) == 3
    assert regels[-1] == "2 fouten. Er is niets geschreven."
    assert not Product.objects.exists()


@pytest.mark.django_db
def test_concept_en_verwijder_gaan_niet_samen() -> None:
    with pytest.raises(CommandError, match="gaan niet samen"):
        call_command("importeer", str(REGIO), "--concept", "--verwijder")


@pytest.mark.django_db
def test_een_bestemming_die_niet_kan_stopt_de_opdracht(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_text("")
    with pytest.raises(CommandError, match="Kies een lege map"):
        call_command("exporteer", str(tmp_path))
