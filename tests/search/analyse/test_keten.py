from __future__ import annotations

import re
from pathlib import Path

from search.analyse import bronnen, versie
from search.analyse.keten import analyseer
from search.analyse.stopwoorden import inhoud
from search.analyse.vouwen import woorden


def test_een_tekst_wordt_vormen_stammen_en_delen() -> None:
    analyse = analyseer("De afvalpassen van de gemeente")
    assert analyse.vormen == ("afvalpassen", "gemeente")
    assert analyse.stammen == ("afvalpas", "gemeente")
    assert analyse.delen == ("afval", "pas", "gemeente")


def test_stopwoorden_staan_niet_in_de_index() -> None:
    assert analyseer("Wat moet u doen met uw paspoort").vormen == ("moet", "doen", "paspoort")


def test_gesprekswoorden_vallen_uit_een_vraag_weg() -> None:
    vraag = woorden("Ik wil graag weten hoe ik mijn paspoort kan verlengen")
    assert [vraag[plek] for plek in inhoud(vraag)] == ["paspoort", "verlengen"]


def test_vraag_van_alleen_stopwoorden_blijft_staan() -> None:
    assert inhoud(woorden("wat kan ik")) == [0, 1, 2]


def test_alle_woordenlijsten_zijn_gevouwen() -> None:
    for naam in bronnen.ALLE:
        for regel in bronnen.regels(naam):
            kaal = re.sub(r"[\[\]:]", " ", regel)
            assert woorden(kaal) == kaal.split(), regel


def test_de_vingerafdruk_dekt_alle_code_waarmee_de_index_wordt_gelezen() -> None:
    analyse = Path(versie.__file__).parent
    nog, gezien = ["keten.py"], set()
    while nog:
        naam = nog.pop()
        gezien.add(naam)
        ingevoerd = re.findall(r"from search\.analyse\.(\w+) import", (analyse / naam).read_text("utf-8"))
        nog += [f"{module}.py" for module in ingevoerd if f"{module}.py" not in gezien]
    # And what puts the words into fields.
    assert gezien | {"../document.py", "../velden.py"} == set(versie.CODE)


def test_de_vingerafdruk_dekt_alle_lijsten_behalve_die_alleen_een_vraag_leest() -> None:
    lijsten = {pad.name for pad in bronnen.MAP.glob("*.txt")}
    assert lijsten - set(bronnen.ALLE) == {bronnen.TAAL, "OPENTAAL.txt"}


def test_andere_woordenlijst_geeft_een_andere_vingerafdruk(tmp_path, monkeypatch) -> None:
    for naam in bronnen.ALLE:
        (tmp_path / naam).write_bytes((bronnen.MAP / naam).read_bytes())
    monkeypatch.setattr(versie, "MAP", tmp_path)
    gewoon = versie.vingerafdruk.__wrapped__()
    assert gewoon == versie.vingerafdruk()
    with (tmp_path / bronnen.STAMMEN).open("a") as lijst:
        lijst.write("nieuw: nieuwer\n")
    assert versie.vingerafdruk.__wrapped__() != gewoon
