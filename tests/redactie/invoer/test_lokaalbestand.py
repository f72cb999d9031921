"""A file of a local version: each deviation finds its own section."""

from datetime import date

import pytest

from redactie.keuzes import AfwijkingSoort, AfwijkingWijze
from redactie.periode import Periode
from redactie.veld import Veld
from tests.redactie.invoer.ontleden import lokaal


def test_een_afwijking_heeft_haar_tekst_in_de_sectie_van_het_veld() -> None:
    gelezen, fouten = lokaal("afwijkingen:\n  kosten: {wijze: vervangen, reden: Pin}", "# kosten\n\nPin.\n")
    assert fouten == []
    assert gelezen is not None
    (deel,) = gelezen.afwijkingen
    assert (deel.veld, deel.wijze, deel.tekst, deel.reden) == (
        Veld.KOSTEN,
        AfwijkingWijze.VERVANGEN,
        "Pin.",
        "Pin",
    )
    assert deel.soort is AfwijkingSoort.BELEID


def test_twee_afwijkingen_van_een_veld_noemen_de_wijze() -> None:
    gelezen, fouten = lokaal(
        "afwijkingen:\n  kosten:\n    - {wijze: erna, reden: A, tot: 2027-01-01}\n    - {wijze: ervoor, reden: B}",
        "# kosten (ervoor)\n\nEerst.\n\n# kosten (erna)\n\nLaatst.\n",
    )
    assert fouten == []
    assert gelezen is not None
    assert [(deel.wijze, deel.tekst, deel.periode) for deel in gelezen.afwijkingen] == [
        (AfwijkingWijze.ERVOOR, "Eerst.", Periode()),
        (AfwijkingWijze.ERNA, "Laatst.", Periode(None, date(2027, 1, 1))),
    ]


def test_twee_perioden_van_een_wijze_noemen_de_eerste_dag() -> None:
    gelezen, fouten = lokaal(
        "afwijkingen:\n  kosten:\n    - {wijze: erna, reden: A, tot: 2026-12-31}\n"
        "    - {wijze: erna, reden: B, vanaf: 2027-01-01}",
        "# kosten (erna)\n\nOud.\n\n# kosten (erna, vanaf 2027-01-01)\n\nNieuw.\n",
    )
    assert fouten == []
    assert gelezen is not None
    assert [deel.tekst for deel in gelezen.afwijkingen] == ["Oud.", "Nieuw."]


def test_verbergen_heeft_geen_sectie() -> None:
    gelezen, fouten = lokaal("afwijkingen:\n  kosten: {wijze: verbergen, reden: A}")
    assert fouten == []
    assert gelezen is not None
    assert gelezen.afwijkingen[0].tekst == ""


@pytest.mark.parametrize(
    ("voorblad", "tekst", "fout"),
    [
        (
            "afwijkingen:\n  kosten: {wijze: vervangen, reden: A}",
            "",
            "3: De sectie “kosten” ontbreekt of is leeg.",
        ),
        (
            "afwijkingen:\n  kosten: {wijze: erna, reden: A}",
            "# kosten\n\n",
            "3: De sectie “kosten” ontbreekt of is leeg.",
        ),
        ("aangeboden: ja", "# kosten\n\nPin.", "4: De sectie “kosten” hoort bij geen afwijking."),
        ("afwijkingen:\n  prijs: {wijze: erna, reden: A}", "", "3: “prijs” bestaat niet."),
        ("afwijkingen: [kosten]", "", "2: “afwijkingen” heeft per veld een regel"),
        ("afwijkingen:\n  kosten: erna", "", "3: Een afwijking heeft de vorm"),
        (
            "afwijkingen:\n  kosten: {wijze: anders, reden: A}",
            "# kosten\n\nA",
            "3: “anders” kan niet bij wijze.",
        ),
        ("afwijkingen:\n  kosten: {wijze: erna, waarom: A}", "# kosten\n\nA", "3: “waarom” bestaat niet."),
        (
            "afwijkingen:\n  kosten: {wijze: erna, reden: A, vanaf: 2027-01-01, tot: 2026-01-01}",
            "# kosten\n\nA",
            "3: De laatste dag ligt vóór de eerste.",
        ),
        ("valt_onder: paspoort", "", "2: “valt_onder” hoort bij “aangeboden: valt_onder”."),
        ("vanaf: 2027-01-01\ntot: 2026-01-01", "", "3: De laatste dag ligt vóór de eerste."),
        (
            "kanalen:\n  - {actie: melden, wijze: app, vervalt: ja, adres: 'https://x.example'}",
            "",
            "3: Een kanaal dat vervalt heeft geen adres.",
        ),
    ],
)
def test_een_fout_in_een_lokale_versie_noemt_de_regel(voorblad: str, tekst: str, fout: str) -> None:
    _, fouten = lokaal(voorblad, tekst)
    assert any(melding.startswith(f"lokaal/sliedrecht/x.md:{fout}") for melding in fouten), fouten
