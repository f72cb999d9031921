"""Front matter: values stay what is written, and a fault or an attack names its line."""

from collections.abc import Callable
from datetime import date

import pytest

from redactie.keuzes import Inlogmiddel, Niveau
from tests.redactie.invoer.ontleden import goed_product, product


def test_waarden_in_het_voorblad_blijven_wat_er_staat() -> None:
    gelezen = goed_product(
        "titel: On\ntrefwoorden: [nee, on, 1.0, 2027-03-01, ~]\ncontroledatum: 2027-03-01 # uitleg"
    )
    assert gelezen.titel == "On"
    assert gelezen.trefwoorden == ("nee", "on", "1.0", "2027-03-01", "~")
    assert gelezen.controledatum == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("voorblad", "regel", "melding"),
    [
        ("titel: A\ntitel: B", 3, "“titel” staat er twee keer."),
        ("titel: &a A\ntoelichting: *a", 2, "Verwijzingen met & of * zijn niet toegestaan."),
        ("titel: A\nopvolger: *a", 3, "Verwijzingen met & of * zijn niet toegestaan."),
        (
            "titel: A\nupn: !!python/object/apply:os.system [echo]",
            3,
            "Een ! voor een waarde is niet toegestaan.",
        ),
        ("titel: A\nupn: [[[[[[[[[[]]]]]]]]]]", 3, "Dit voorblad is te diep genest."),
        ("titel: A\nkleur: rood", 3, "“kleur” bestaat niet. Dit zijn de mogelijkheden: titel, productsoort,"),
        ("titel: A\naanbod: soms", 3, "“soms” kan niet bij aanbod. Kies uit: alle, na_keuze."),
        ("titel: A\nthemas: paspoort", 3, "“themas” is een lijst, zoals [een, twee]."),
        ("titel: A\nthemas: [{a: b}]", 3, "“themas” is een lijst, zoals [een, twee]."),
        ("titel: A\neigenaar: [a]", 3, "“eigenaar” is één tekst, geen lijst of blok."),
        ("titel: A\ncontroledatum: 2027-13-01", 3, "“2027-13-01” is geen datum (JJJJ-MM-DD)."),
        (
            "titel: A\ndoelgroepen: [iedereen]",
            3,
            "“iedereen” kan niet bij doelgroepen. Kies uit: particulier, ondernemer.",
        ),
        ("titel: A\nvaste_velden: [prijs]", 3, "“prijs” kan niet bij vaste_velden."),
        ("titel: A\n  b: c", 3, "Het voorblad is geen geldige YAML"),
        ("- titel", 2, "Het voorblad heeft regels van de vorm “naam: waarde”."),
        ("? [a, b]\n: c", 2, "Een naam in het voorblad is één woord."),
        ("titel: A\nkanalen: balie", 3, "“kanalen” is een lijst."),
        ("titel: A\nkanalen: [balie]", 3, "Een lid van “kanalen” heeft de vorm {naam: waarde}."),
        ("titel: A\nkanalen:\n  - {actie: kopen, wijze: balie}", 4, "“kopen” kan niet bij actie."),
        ("titel: A\nkanalen:\n  - {wijze: balie}", 4, "“actie” ontbreekt of is leeg."),
        ("titel: A\nkanalen:\n  - {actie: melden, wijze: app, vervalt: ja}", 4, "“vervalt” bestaat niet."),
        (
            "titel: A\ngepland:\n  - {veld: kosten, vanaf: 2027-01-01}",
            4,
            "De sectie “kosten (vanaf 2027-01-01)” ontbreekt.",
        ),
        ("titel: A\ngepland:\n  - {veld: kosten}", 4, "“vanaf” ontbreekt of is leeg."),
        ("titel: A\ngepland:\n  - {veld: prijs, vanaf: 2027-01-01}", 4, "“prijs” kan niet bij veld."),
    ],
)
def test_een_fout_in_het_voorblad_noemt_de_regel(voorblad: str, regel: int, melding: str) -> None:
    _, fouten = product(voorblad)
    assert any(fout.startswith(f"producten/x.md:{regel}: {melding}") for fout in fouten), fouten


def test_een_stapel_verwijzingen_kost_niets() -> None:
    lagen = "\n".join(f"l{nr}: &l{nr} [{', '.join([f'*l{nr - 1}'] * 10)}]" for nr in range(1, 12))
    _, fouten = product(f"titel: A\nl0: &l0 [a, a]\n{lagen}")
    assert len(fouten) == 1


def test_een_te_lang_voorblad_wordt_niet_gelezen() -> None:
    _, fouten = product("titel: " + "a" * 200_000)
    assert fouten == ["producten/x.md:1: Dit voorblad is te lang."]


def test_een_kanaal_heeft_alle_velden() -> None:
    gelezen = goed_product(
        "titel: A\nkanalen:\n  - {actie: aanvragen, wijze: formulier, adres: 'https://x.example', label: Vraag aan, "
        "inlogmiddel: digid, niveau: hoog, aangewezen: ja}"
    )
    (kanaal,) = gelezen.kanalen
    assert (kanaal.adres, kanaal.label, kanaal.aangewezen) == ("https://x.example", "Vraag aan", True)
    assert (kanaal.inlogmiddel, kanaal.niveau) == (Inlogmiddel.DIGID, Niveau.HOOG)


@pytest.mark.parametrize(
    "maak", [lambda n: "[" * n, lambda n: "{a: " * n, lambda n: "- " * n, lambda n: "? " * n]
)
def test_diepe_nesting_laat_niets_omvallen(maak: Callable[[int], str]) -> None:
    _, fouten = product(f"titel: A\nupn: {maak(20_000)}"[:99_000])
    assert len(fouten) == 1
