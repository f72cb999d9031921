"""The sections of a file: the text of a field, or of a field from a day on."""

from datetime import datetime

import pytest

from redactie.keuzes import Klasse
from redactie.periode import AMSTERDAM
from redactie.veld import Veld
from tests.redactie.invoer.ontleden import SAMENVATTING, goed_product, lees

KOP = "---\ntitel: Paspoort\n---\n"


@pytest.mark.parametrize(
    ("inhoud", "fout"),
    [
        ("titel: A\n", "producten/x.md:1: Dit bestand begint niet met een regel “---”."),
        ("---\ntitel: A\n", "producten/x.md:1: Het voorblad eindigt nergens met een regel “---”."),
        (
            f"{KOP}Losse tekst\n{SAMENVATTING}",
            "producten/x.md:4: Deze tekst staat niet onder een kop “# veld”.",
        ),
        (
            f"{KOP}{SAMENVATTING}# prijs\n\nx",
            "producten/x.md:7: De sectie “prijs” bestaat niet. Koppen in een tekst beginnen met ###.",
        ),
        (
            f"{KOP}{SAMENVATTING}# titel\n\nx",
            "producten/x.md:7: De titel staat in het voorblad, niet in een sectie.",
        ),
        (
            f"{KOP}{SAMENVATTING}{SAMENVATTING}",
            "producten/x.md:7: De sectie “samenvatting” staat er twee keer.",
        ),
        (
            f"{KOP}{SAMENVATTING}# kosten (vanaf 2027-01-01)\n\nx",
            "producten/x.md:7: De sectie “kosten (vanaf 2027-01-01)” staat niet onder “gepland” in het voorblad.",
        ),
    ],
)
def test_een_fout_in_de_secties_noemt_de_regel(inhoud: str, fout: str) -> None:
    assert lees(producten__x_md=inhoud)[1] == [fout]


def test_een_sectie_is_de_tekst_zonder_witruimte_eromheen() -> None:
    gelezen = goed_product(
        tekst=f"{SAMENVATTING}\n# inleiding\n\n\nEen.\n\n### Twee\n\n#drie\n\n\n# kosten\n\n"
    )
    assert gelezen.teksten == {
        Veld.TITEL: "Paspoort",
        Veld.SAMENVATTING: "U vraagt een paspoort aan.",
        Veld.INLEIDING: "Een.\n\n### Twee\n\n#drie",
    }


def test_een_geplande_tekst_hoort_bij_veld_en_dag() -> None:
    gelezen = goed_product(
        "titel: A\ngepland:\n  - {veld: kosten, vanaf: 2027-01-01, klasse: spoed, toelichting: Wet}\n"
        "  - {veld: kosten, vanaf: 2026-07-01T12:30}",
        f"{SAMENVATTING}# kosten (vanaf 2027-01-01)\n\nNieuw.\n\n# kosten (vanaf 2026-07-01T12:30)\n\nEerder.\n",
    )
    eerst, later = gelezen.gepland
    assert (eerst.vanaf, eerst.tekst) == (datetime(2026, 7, 1, 12, 30, tzinfo=AMSTERDAM), "Eerder.")
    assert (later.vanaf, later.tekst) == (datetime(2027, 1, 1, tzinfo=AMSTERDAM), "Nieuw.")
    assert (later.klasse, later.toelichting) == (Klasse.SPOED, "Wet")
