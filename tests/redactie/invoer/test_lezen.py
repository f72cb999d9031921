"""Faults of form: each is reported with file and line, and all of them at once. No database."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import pytest

from redactie.invoer.bestanden import RuwBestand
from redactie.invoer.documenten import (
    Bundel,
    Document,
    LokaalBestand,
    MededelingRij,
    OpeningstijdenGroep,
    ProductBestand,
    Soort,
)
from redactie.invoer.fouten import Fouten
from redactie.invoer.lezen import ontleed
from redactie.keuzes import AfwijkingSoort, AfwijkingWijze, Inlogmiddel, Klasse, Niveau, TariefSoort
from redactie.periode import AMSTERDAM, Periode
from redactie.veld import Veld
from tests.redactie.invoer.hulp import Regiomap

KOP = "---\ntitel: Paspoort\n---\n"
SAMENVATTING = "# samenvatting\n\nU vraagt een paspoort aan.\n"


def lees(**bestanden: str | bytes) -> tuple[Bundel, list[str]]:
    """`lees(producten__x_md="…")`: the bundle and the faults."""
    fouten = Fouten()
    ruw = [
        RuwBestand(
            naam.replace("__", "/").replace("_csv", ".csv").replace("_md", ".md"),
            inhoud if isinstance(inhoud, bytes) else inhoud.encode(),
        )
        for naam, inhoud in bestanden.items()
    ]
    return ontleed(ruw, fouten), [str(fout) for fout in fouten]


def product(
    voorblad: str = "titel: Paspoort", tekst: str = SAMENVATTING
) -> tuple[ProductBestand | None, list[str]]:
    bundel, fouten = lees(producten__x_md=f"---\n{voorblad}\n---\n{tekst}")
    gelezen = bundel.haal(Soort.PRODUCT, "x")
    assert gelezen is None or isinstance(gelezen, ProductBestand)
    return gelezen, fouten


def goed_product(voorblad: str = "titel: Paspoort", tekst: str = SAMENVATTING) -> ProductBestand:
    gelezen, fouten = product(voorblad, tekst)
    assert fouten == []
    assert gelezen is not None
    return gelezen


def lokaal(voorblad: str, tekst: str = "") -> tuple[LokaalBestand | None, list[str]]:
    bundel, fouten = lees(lokaal__sliedrecht__x_md=f"---\n{voorblad}\n---\n{tekst}")
    gelezen = bundel.haal(Soort.LOKAAL, "sliedrecht", "x")
    assert gelezen is None or isinstance(gelezen, LokaalBestand)
    return gelezen, fouten


def enige(bundel: Bundel, soort: Soort) -> Document:
    (document,) = bundel.van(soort).values()
    return document


def test_de_proefregio_is_goed_van_vorm(regio: Regiomap) -> None:
    assert regio.leesfouten() == []


# -- tables


def test_een_bom_en_windows_regels_mogen() -> None:
    bundel, fouten = lees(themas_csv=b"\xef\xbb\xbfsleutel,naam\r\npaspoort,Paspoort\r\n")
    assert fouten == []
    assert bundel.haal(Soort.THEMA, "paspoort") is not None


def test_een_verkeerde_codering_noemt_de_regel() -> None:
    _, fouten = lees(themas_csv="sleutel,naam\na,A\nb,Één\n".encode("latin-1"))
    assert fouten == ["themas.csv:3: Dit bestand is niet in UTF-8 opgeslagen."]


@pytest.mark.parametrize("teken", ["\x00", "\x1b", "\u202e", "\x85"])
def test_een_stuurteken_noemt_de_regel(teken: str) -> None:
    _, fouten = lees(themas_csv=f"sleutel,naam\na,A\nb,B{teken}\n")
    assert fouten == [f"themas.csv:3: Hier staat een verboden stuurteken (U+{ord(teken):04X})."]


def test_een_onbekende_en_een_ontbrekende_kolom_zijn_fouten() -> None:
    _, fouten = lees(themas_csv="sleutel,nam\na,A\n")
    assert fouten[0] == "themas.csv:1: De kolom “naam” ontbreekt."
    assert fouten[1].startswith(
        "themas.csv:1: De kolom “nam” bestaat niet. Dit zijn de kolommen: sleutel, naam,"
    )


def test_een_dubbele_kolom_is_een_fout() -> None:
    assert lees(themas_csv="sleutel,naam,naam\na,A,A\n")[1] == [
        "themas.csv:1: De kolom “naam” staat er twee keer."
    ]


def test_een_rij_met_een_cel_te_veel_noemt_de_regel() -> None:
    _, fouten = lees(themas_csv="sleutel,naam\na,A\nb,B,C\n")
    assert fouten == ["themas.csv:3: Deze rij heeft 3 cellen; de kopregel heeft er 2."]


def test_regels_tellen_door_na_een_cel_over_meer_regels() -> None:
    _, fouten = lees(themas_csv='sleutel,naam,inleiding\na,A,"een\ntwee"\n\nb,,\n')
    assert fouten == ["themas.csv:5: “naam” ontbreekt of is leeg."]


def test_een_open_aanhalingsteken_is_een_fout() -> None:
    _, fouten = lees(themas_csv='sleutel,naam\na,A\nb,"B\n')
    assert len(fouten) == 1
    assert fouten[0].startswith("themas.csv:3: Deze rij is geen geldige CSV")


def test_een_lege_tabel_is_een_fout() -> None:
    assert "themas.csv:1: De kolom “sleutel” ontbreekt." in lees(themas_csv="")[1]


def test_een_dubbele_sleutel_noemt_beide_regels() -> None:
    _, fouten = lees(themas_csv="sleutel,naam\na,A\nb,B\na,C\n")
    assert fouten == ["themas.csv:4: Dit staat er twee keer; de eerste keer op regel 2."]


def test_dezelfde_sleutel_mag_in_twee_gemeenten() -> None:
    tekst = "gemeente,sleutel,waarde\n,adres,A\nsliedrecht,adres,B\n"
    assert lees(gegevens_csv=tekst)[1] == []


@pytest.mark.parametrize(
    ("pad", "kop", "rij", "melding"),
    [
        ("themas", "sleutel,naam,volgorde", "a,A,-1", "“-1” is geen heel getal."),
        (
            "themas",
            "sleutel,naam,soort",
            "a,A,onderwerp",
            "“onderwerp” kan niet bij soort. Kies uit: thema, levensgebeurtenis.",
        ),
        (
            "themas",
            "sleutel,naam",
            "Á,A",
            "“Á” is geen sleutel: gebruik alleen kleine letters, cijfers en streepjes.",
        ),
        ("gegevens", "sleutel,waarde,intern", "a,A,yes", "“yes” is geen ja of nee."),
        (
            "gegevens",
            "sleutel,waarde,geldig_van",
            "a,A,01-02-2026",
            "“01-02-2026” is geen datum (JJJJ-MM-DD).",
        ),
        (
            "gegevens",
            "sleutel,waarde,geldig_van",
            "a,A,2026-02-30",
            "“2026-02-30” is geen datum (JJJJ-MM-DD).",
        ),
        ("gegevens", "sleutel,waarde", "a,", "“waarde” ontbreekt of is leeg."),
        (
            "tarieven",
            "sleutel,omschrijving,bedrag",
            'a,A,"8,50"',
            "“8,50” is geen bedrag met een punt, zoals 83.87.",
        ),
        (
            "tarieven",
            "sleutel,omschrijving,bedrag",
            "a,A,1e5",
            "“1e5” is geen bedrag met een punt, zoals 83.87.",
        ),
        ("tarieven", "sleutel,omschrijving,bedrag", "a,A,", "Vul een bedrag in, of kies gratis."),
        ("tarieven", "sleutel,omschrijving,soort,bedrag", "a,A,gratis,1.00", "Bij gratis hoort geen bedrag."),
        ("synoniemen", "woorden", "een", "Geef twee of meer woorden, met een puntkomma ertussen."),
        ("synoniemen", "woorden", "een;een; ", "Geef twee of meer woorden, met een puntkomma ertussen."),
        ("mededelingen", "sleutel,tekst,van", "a,A,", "“van” ontbreekt of is leeg."),
        (
            "mededelingen",
            "sleutel,tekst,van,zichtbaar",
            "a,A,2026-01-01,krant",
            "“krant” kan niet bij zichtbaar. Kies uit: website, balie.",
        ),
        (
            "openingstijden",
            "van_wat,dag",
            "gemeentehuis,ma",
            "Geef “contactpunt:<sleutel>” of “locatie:<sleutel>”.",
        ),
        (
            "openingstijden",
            "van_wat,dag",
            "locatie:a,maandag",
            "“maandag” is geen dag (ma, di, wo, do, vr, za, zo) en geen datum (JJJJ-MM-DD).",
        ),
        (
            "openingstijden",
            "van_wat,dag,van,tot",
            "locatie:a,ma,09:00,",
            "Vul beide tijden in, of laat beide leeg bij gesloten.",
        ),
        (
            "openingstijden",
            "van_wat,dag,van,tot",
            "locatie:a,ma,12:00,09:00",
            "De sluitingstijd ligt na de openingstijd.",
        ),
        (
            "openingstijden",
            "van_wat,dag,van,tot",
            "locatie:a,ma,25:00,26:00",
            "“25:00” is geen tijd (UU:MM).",
        ),
        ("gemeenten", "slug,naam,code", "regio,Regio,gm0001", "De rij “regio” heeft geen code."),
    ],
)
def test_een_verkeerde_cel_noemt_regel_en_raad(pad: str, kop: str, rij: str, melding: str) -> None:
    _, fouten = lees(**{f"{pad}_csv": f"{kop}\n{rij}\n"})
    assert f"{pad}.csv:2: {melding}" in fouten


def test_een_dag_kan_niet_open_en_gesloten_zijn() -> None:
    tekst = "van_wat,dag,van,tot\nlocatie:a,ma,09:00,12:00\nlocatie:a,ma,,\n"
    assert lees(openingstijden_csv=tekst)[1] == [
        "openingstijden.csv:3: Deze dag is gesloten en open tegelijk."
    ]


def test_lege_cellen_zijn_de_standaardwaarde() -> None:
    bundel, fouten = lees(tarieven_csv="sleutel,omschrijving,soort,bedrag,status\na,A,,8.5,\n")
    assert fouten == []
    tarief = enige(bundel, Soort.TARIEF)
    assert (tarief.soort, tarief.bedrag, tarief.status) == (TariefSoort.VAST, Decimal("8.50"), "vastgesteld")  # type: ignore[attr-defined]


def test_een_datum_bij_een_mededeling_is_de_hele_dag() -> None:
    bundel, _ = lees(mededelingen_csv="sleutel,tekst,van,tot\na,A.,2026-12-14,2026-12-25\n")
    mededeling = enige(bundel, Soort.MEDEDELING)
    assert isinstance(mededeling, MededelingRij)
    assert mededeling.van == datetime(2026, 12, 14, tzinfo=AMSTERDAM)
    assert mededeling.tot == datetime(2026, 12, 26, tzinfo=AMSTERDAM)


def test_een_moment_bij_een_mededeling_is_dat_moment() -> None:
    bundel, _ = lees(mededelingen_csv="sleutel,tekst,van,tot\na,A.,2026-06-14T08:00,2026-06-25T06:30\n")
    mededeling = enige(bundel, Soort.MEDEDELING)
    assert isinstance(mededeling, MededelingRij)
    assert mededeling.van.isoformat() == "2026-06-14T08:00:00+02:00"
    assert mededeling.tot == datetime(2026, 6, 25, 6, 30, tzinfo=AMSTERDAM)


def test_openingstijden_zijn_een_groep_per_ding() -> None:
    tekst = (
        "van_wat,gemeente,dag,van,tot\nlocatie:a,sliedrecht,di,09:00,12:00\nlocatie:a,sliedrecht,ma,09:00,12:00\n"
        "locatie:a,dordrecht,2026-12-25,,\n"
    )
    bundel, fouten = lees(openingstijden_csv=tekst)
    assert fouten == []
    groep = bundel.haal(Soort.OPENINGSTIJDEN, "sliedrecht", Soort.LOCATIE, "a")
    assert isinstance(groep, OpeningstijdenGroep)
    assert [tijd.dag for tijd in groep.tijden] == [0, 1]
    assert len(bundel.van(Soort.OPENINGSTIJDEN)) == 2


# -- front matter


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


# -- sections


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


# -- local versions


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


def test_alle_fouten_komen_tegelijk() -> None:
    _, fouten = lees(
        themas_csv="sleutel,naam,volgorde\nA,A,x\n",
        gegevens_csv=b"\xff",
        producten__x_md="---\nkleur: rood\n---\n# prijs\n",
    )
    assert [fout.split(":")[0] for fout in fouten] == [
        "gegevens.csv",
        "producten/x.md",
        "producten/x.md",
        "themas.csv",
        "themas.csv",
    ]


@pytest.mark.parametrize(
    "maak", [lambda n: "[" * n, lambda n: "{a: " * n, lambda n: "- " * n, lambda n: "? " * n]
)
def test_diepe_nesting_laat_niets_omvallen(maak: Callable[[int], str]) -> None:
    _, fouten = product(f"titel: A\nupn: {maak(20_000)}"[:99_000])
    assert len(fouten) == 1
