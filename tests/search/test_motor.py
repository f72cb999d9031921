"""The contract of an engine, on both engines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import cast

import pytest

from search.bereik import balie, publiek
from search.document import ZoekDocument, grafsteen
from search.elastic_motor import ElasticMotor
from search.motor import (
    Afloop,
    GeneratieFout,
    InGeneratie,
    Motor,
    MotorBezet,
    MotorOnbereikbaar,
    Stand,
)
from search.tantivy_motor import TantivyMotor
from search.zoeken import zoek
from tests.search.hulp import ADRES, balie_json, document

Vul = Callable[..., Motor]
PASPOORT = document("dordrecht", "paspoort", "Paspoort aanvragen", versie=5)
RIJBEWIJS = document("dordrecht", "rijbewijs", "Rijbewijs aanvragen", versie=5)


def sleutels(motor: Motor, vraag: str, bereik: str = "dordrecht") -> list[str]:
    return [treffer.sleutel for treffer in zoek(vraag, publiek(bereik), motor=motor).treffers]


def test_geschreven_document_wordt_meteen_gevonden(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    assert sleutels(motor, "paspoort") == ["paspoort"]


def test_latere_versie_vervangt_de_vorige(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.write("g1", [document("dordrecht", "paspoort", "Reisdocument", versie=6)])
    assert sleutels(motor, "reisdocument") == ["paspoort"]
    assert sleutels(motor, "aanvragen") == []
    assert motor.counts() == {"dordrecht": 1}


def test_dezelfde_versie_nog_eens_schrijven_verandert_niets(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    [uitslag] = motor.write("g1", [PASPOORT])
    assert uitslag.afloop is Afloop.GESCHREVEN
    assert motor.counts() == {"dordrecht": 1}
    assert list(motor.audit()) == [Stand("dordrecht/paspoort", 5, False)]


def test_oudere_versie_wordt_geweigerd_met_de_aanwezige_versie(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    [uitslag] = motor.write("g1", [document("dordrecht", "paspoort", "Oud", versie=4)])
    assert (uitslag.afloop, uitslag.aanwezig) == (Afloop.VEROUDERD, 5)
    assert sleutels(motor, "paspoort") == ["paspoort"]


def test_oudere_versie_in_dezelfde_lading_wordt_geweigerd(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT, document("dordrecht", "paspoort", "Oud", versie=4))
    assert sleutels(motor, "paspoort") == ["paspoort"]
    assert motor.counts() == {"dordrecht": 1}


def test_latere_versie_in_dezelfde_lading_wint(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT, RIJBEWIJS, document("dordrecht", "paspoort", "Reisdocument", versie=6))
    assert sleutels(motor, "aanvragen") == ["rijbewijs"]
    assert sleutels(motor, "reisdocument") == ["paspoort"]
    assert sorted(stand.versie for stand in motor.audit()) == [5, 6]


def test_ingetrokken_document_wordt_niet_gevonden_en_onthouden(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT, RIJBEWIJS)
    motor.write("g1", [grafsteen(bereik="dordrecht", sleutel="paspoort", versie=6)])
    assert sleutels(motor, "paspoort") == []
    assert sleutels(motor, "aanvragen") == ["rijbewijs"]
    assert motor.counts() == {"dordrecht": 1}
    assert Stand("dordrecht/paspoort", 6, True) in list(motor.audit())


def test_oudere_versie_na_een_intrekking_komt_niet_terug(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.write("g1", [grafsteen(bereik="dordrecht", sleutel="paspoort", versie=6)])
    [uitslag] = motor.write("g1", [PASPOORT])
    assert uitslag.afloop is Afloop.VEROUDERD
    assert sleutels(motor, "paspoort") == []


def test_nieuwere_versie_na_een_intrekking_wordt_gevonden(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.write("g1", [grafsteen(bereik="dordrecht", sleutel="paspoort", versie=6)])
    motor.write("g1", [replace(PASPOORT, versie=7)])
    assert sleutels(motor, "paspoort") == ["paspoort"]


def test_intrekking_van_wat_er_nooit_was_wordt_onthouden(gevuld: Vul) -> None:
    motor = gevuld(grafsteen(bereik="dordrecht", sleutel="paspoort", versie=6))
    [uitslag] = motor.write("g1", [PASPOORT])
    assert uitslag.afloop is Afloop.VEROUDERD
    assert motor.counts() == {}


@pytest.mark.parametrize(
    ("slecht", "waarom"),
    [
        (replace(PASPOORT, versie=2**53), "versie"),
        (replace(PASPOORT, versie=0), "versie"),
        (replace(PASPOORT, id="papendrecht/paspoort"), "id"),
        (replace(PASPOORT, velden={"geheim": "woord"}), "geheim"),
        (replace(PASPOORT, bereik="", id="/paspoort"), "slug"),
        (replace(PASPOORT, weg=True), "geen woorden"),
    ],
)
def test_slecht_document_wordt_gemeld_en_schaadt_de_andere_niet(
    motor: Motor, slecht: ZoekDocument, waarom: str
) -> None:
    motor.begin_generation("g1")
    motor.activate("g1")
    voor, fout, na = motor.write(
        "g1", [RIJBEWIJS, slecht, document("dordrecht", "kapvergunning", "Kapvergunning")]
    )
    assert (voor.afloop, na.afloop) == (Afloop.GESCHREVEN, Afloop.GESCHREVEN)
    assert fout.afloop is Afloop.FOUT
    assert waarom in fout.melding
    assert motor.counts() == {"dordrecht": 2}


def test_woord_dat_geen_motor_aankan_treft_alleen_zijn_document(motor: Motor) -> None:
    motor.begin_generation("g1")
    motor.activate("g1")
    reus = replace(PASPOORT, velden={"vormen": "x" * 70_000})
    uitslagen = motor.write("g1", [reus, RIJBEWIJS])
    assert uitslagen[1].afloop is Afloop.GESCHREVEN
    assert sleutels(motor, "rijbewijs") == ["rijbewijs"]


def test_oude_generatie_blijft_dienen_terwijl_de_nieuwe_vult(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.begin_generation("g2")
    motor.write("g2", [document("dordrecht", "paspoort", "Reisdocument", versie=9)])
    assert sleutels(motor, "paspoort") == ["paspoort"]
    assert sleutels(motor, "reisdocument") == []
    assert motor.counts("g2") == {"dordrecht": 1}
    assert (motor.active(), motor.generations()) == ("g1", ["g1", "g2"])


def test_wisselen_en_terugwisselen(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.begin_generation("g2")
    motor.write("g2", [document("dordrecht", "reisdocument", "Reisdocument")])
    motor.activate("g2")
    assert sleutels(motor, "reisdocument") == ["reisdocument"]
    assert sleutels(motor, "paspoort") == []
    motor.activate("g1")
    assert sleutels(motor, "paspoort") == ["paspoort"]


def test_actieve_generatie_kan_niet_weg_een_oude_wel(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.begin_generation("g2")
    motor.activate("g2")
    with pytest.raises(GeneratieFout):
        motor.drop("g2")
    motor.drop("g1")
    motor.drop("g1")
    assert motor.generations() == ["g2"]


def test_generatie_beginnen_die_er_al_is_laat_haar_inhoud_staan(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.begin_generation("g1")
    assert motor.counts("g1") == {"dordrecht": 1}


def test_schrijven_naar_een_onbekende_generatie_maakt_er_geen(motor: Motor) -> None:
    with pytest.raises(GeneratieFout):
        motor.write("bestaat-niet", [PASPOORT])
    with pytest.raises(GeneratieFout):
        motor.activate("bestaat-niet")
    assert motor.generations() == []


@pytest.mark.parametrize("naam", ["", "../buiten", "Hoofdletter", "a b", "x" * 41])
def test_naam_van_een_generatie_kan_niet_naar_buiten_wijzen(motor: Motor, naam: str) -> None:
    with pytest.raises(GeneratieFout):
        motor.begin_generation(naam)


def test_zonder_actieve_generatie_is_de_motor_onbereikbaar(motor: Motor) -> None:
    motor.begin_generation("g1")
    with pytest.raises(MotorOnbereikbaar):
        zoek("paspoort", publiek("dordrecht"), motor=motor)
    assert motor.active() is None


def test_alleen_documenten_van_het_bereik_worden_gevonden(gevuld: Vul) -> None:
    bereiken = ("dordrecht", "papendrecht", "dordrecht-zuid", "regio")
    motor = gevuld(*(document(bereik, f"paspoort-{bereik}", "Paspoort aanvragen") for bereik in bereiken))
    for bereik in bereiken:
        assert sleutels(motor, "paspoort", bereik) == [f"paspoort-{bereik}"]
        assert sleutels(motor, "paspoort aanvragen kwijt", bereik) == [f"paspoort-{bereik}"]
    assert sleutels(motor, "paspoort", "sliedrecht") == []
    assert motor.counts() == dict.fromkeys(bereiken, 1)


def test_interne_woorden_vindt_alleen_de_balie(gevuld: Vul) -> None:
    motor = gevuld(
        document(
            "dordrecht", "paspoort", "Paspoort", balie=balie_json(interne_toelichting="Bel Blauwvinkstraat")
        )
    )
    for vraag in ("blauwvinkstraat", "blauwvink", "straat", "blauwvinkstrat", "paspoort blauwvinkstraat"):
        openbaar = zoek(vraag, publiek("dordrecht"), motor=motor, typend=True)
        assert "blauwvink" not in str(openbaar.correcties).replace(vraag, "")
        if "paspoort" not in vraag:
            assert openbaar.treffers == (), vraag
    assert zoek("blauwvinkstraat", balie("dordrecht"), motor=motor).trede == 1
    assert zoek("blauwvinkstrat", balie("dordrecht"), motor=motor).correcties == (
        ("blauwvinkstrat", "blauwvinkstraat"),
    )


def test_woordenschat_is_van_het_bereik_en_van_de_vrager(gevuld: Vul) -> None:
    motor = gevuld(
        document("dordrecht", "paspoort", "Paspoort", balie=balie_json(uitvragen="Vraag naar spoed")),
        document("papendrecht", "rijbewijs", "Rijbewijs"),
    )
    assert set(motor.vocabulary(publiek("dordrecht")).aantallen) == {"paspoort"}
    assert set(motor.vocabulary(balie("dordrecht")).aantallen) == {"paspoort", "vraag", "spoed"}


def test_gezondheid_noemt_generatie_aantal_en_analyse(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT, RIJBEWIJS)
    stand = motor.health()
    assert (stand.actief, stand.documenten, stand.actueel) == ("g1", 2, True)
    assert motor.generation_fingerprint("g1") == motor.fingerprint


def test_lege_lading_schrijven_mag(gevuld: Vul) -> None:
    assert gevuld().write("g1", []) == []


def test_motor_is_na_sluiten_weer_te_gebruiken(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.close()
    assert sleutels(motor, "paspoort") == ["paspoort"]
    [uitslag] = motor.write("g1", [document("dordrecht", "paspoort", "Oud", versie=4)])
    assert uitslag.afloop is Afloop.VEROUDERD


def test_volgorde_van_aankomst_maakt_niet_uit(gevuld: Vul) -> None:
    """Three messages about one document, in each order, in one load or each by itself: the highest version stays."""
    motor = gevuld()
    verwacht: dict[str, list[str]] = {}
    for nummer, volgorde in enumerate(permutations((5, 6, 7))):
        for hoe in ("samen", "los"):
            for weg in (6, 7):
                sleutel = f"lid-{nummer}-{hoe}-{weg}"
                berichten = [_bericht(sleutel, versie, weg=versie == weg) for versie in volgorde]
                if hoe == "samen":
                    motor.write("g1", berichten)
                else:
                    for bericht in berichten:
                        motor.write("g1", [bericht])
                verwacht[sleutel] = [] if weg == 7 else [sleutel]
    for sleutel, gevonden in verwacht.items():
        assert sleutels(motor, sleutel.replace("-", "")) == gevonden, sleutel
    assert {stand.versie for stand in motor.audit()} == {7}
    assert motor.counts() == {"dordrecht": 12}


def _bericht(sleutel: str, versie: int, *, weg: bool) -> ZoekDocument:
    if weg:
        return grafsteen(bereik="dordrecht", sleutel=sleutel, versie=versie)
    return document("dordrecht", sleutel, sleutel.replace("-", ""), versie=versie)


def test_van_duizend_documenten_zijn_er_drie_slecht(motor: Motor) -> None:
    motor.begin_generation("g1")
    motor.activate("g1")
    documenten = [document("dordrecht", f"product-{nummer}", f"Product {nummer}") for nummer in range(1000)]
    slecht = {
        0: replace(documenten[0], versie=0),
        499: replace(documenten[499], id="dordrecht/een-ander"),
        999: replace(documenten[999], velden={"onbekend": "woord"}),
    }
    uitslagen = motor.write("g1", [slecht.get(plek, lid) for plek, lid in enumerate(documenten)])
    assert [plek for plek, lid in enumerate(uitslagen) if lid.afloop is Afloop.FOUT] == [0, 499, 999]
    assert sum(lid.afloop is Afloop.GESCHREVEN for lid in uitslagen) == 997
    assert motor.counts() == {"dordrecht": 997}


def test_elke_gemeente_heeft_precies_haar_eigen_documenten(gevuld: Vul) -> None:
    """Names that begin alike, a number of documents each of its own, and one withdrawn everywhere."""
    aantallen = {
        "dordrecht": 7,
        "dordrecht-zuid": 6,
        "dord": 5,
        "sliedrecht": 4,
        "recht": 3,
        "regio": 2,
        "a": 1,
    }
    leden = [
        document(bereik, f"paspoort-{nummer}", f"Paspoort {nummer}")
        for bereik, aantal in aantallen.items()
        for nummer in range(aantal)
    ]
    weg = [grafsteen(bereik=bereik, sleutel="weg", versie=1) for bereik in aantallen]
    motor = gevuld(*leden, *weg)
    assert motor.counts() == aantallen
    for bereik, aantal in aantallen.items():
        for scope in (publiek(bereik), balie(bereik)):
            gevonden = zoek("paspoort", scope, motor=motor, limiet=50).treffers
            assert {lid.sleutel for lid in gevonden} == {f"paspoort-{nummer}" for nummer in range(aantal)}
            assert len(gevonden) == aantal
    assert sum(stand.weg for stand in motor.audit()) == len(aantallen)


def test_een_generatie_die_niet_dient_is_te_bevragen(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.begin_generation("g2")
    motor.write("g2", [document("dordrecht", "reisdocument", "Reisdocument")])
    motor.counts("g2")
    nieuwe = cast(Motor, InGeneratie(motor, "g2"))
    assert sleutels(nieuwe, "reisdocument") == ["reisdocument"]
    assert sleutels(nieuwe, "paspoort") == []
    assert sleutels(motor, "paspoort") == ["paspoort"]


def test_index_van_een_andere_analyse_is_niet_actueel_en_blijft_zoeken(
    motor: Motor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as toen:
        toen.setattr(type(motor), "fingerprint", "t0-oud")
        motor.begin_generation("g1")
    motor.write("g1", [PASPOORT])
    motor.activate("g1")
    assert motor.generation_fingerprint("g1") == "t0-oud"
    assert motor.generation_fingerprint("g1") != motor.fingerprint
    assert not motor.health().actueel
    assert sleutels(motor, "paspoort") == ["paspoort"]
    motor.begin_generation("g2")
    motor.activate("g2")
    assert motor.health().actueel


IN_EEN_ANDER_PROCES = """
import json, sys
from search.bereik import publiek
from search.zoeken import zoek
from search.tantivy_motor import TantivyMotor
from search.elastic_motor import ElasticMotor
from pathlib import Path
soort, waar, prefix = sys.argv[1:]
motor = TantivyMotor(Path(waar)) if soort == "tantivy" else ElasticMotor(waar, prefix=prefix)
"""

LEZER = (
    IN_EEN_ANDER_PROCES
    + """
for regel in sys.stdin:
    uitkomst = zoek(regel.strip(), publiek("dordrecht"), motor=motor)
    print(json.dumps([treffer.sleutel for treffer in uitkomst.treffers]), flush=True)
"""
)


SCHRIJVER = (
    IN_EEN_ANDER_PROCES
    + """
from tests.search.hulp import document
for lading in range(1000):
    leden = [document("dordrecht", f"lid-{lading}-{plek}", f"Lid {lading} {plek}") for plek in range(50)]
    motor.write("g1", leden)
    print(lading, flush=True)
"""
)


def _waar(motor: Motor, tmp_path: Path) -> list[str]:
    """What another process must know to use the same engine."""
    if isinstance(motor, TantivyMotor):
        return ["tantivy", str(tmp_path / "index"), "-"]
    assert isinstance(motor, ElasticMotor)
    return ["elasticsearch", os.environ[ADRES], motor.prefix]


def test_schrijver_die_middenin_gedood_wordt_raakt_niets_kwijt_dat_bevestigd_was(
    gevuld: Vul, tmp_path: Path
) -> None:
    motor = gevuld(PASPOORT)
    motor.close()
    proces = subprocess.Popen(
        [sys.executable, "-c", SCHRIJVER, *_waar(motor, tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert proces.stdout is not None
    for regel in proces.stdout:
        if int(regel) == 5:
            proces.kill()  # SIGKILL: somewhere in the next load
            break
    bevestigd = 1 + max([5, *(int(regel) for regel in proces.stdout.read().split())])
    proces.wait(10)
    leden = [
        document("dordrecht", f"lid-{lading}-{plek}", f"Lid {lading} {plek}")
        for lading in range(bevestigd + 1)
        for plek in range(50)
    ]
    aanwezig = {stand.id for stand in motor.audit()}
    assert {lid.id for lid in leden[: bevestigd * 50]} <= aanwezig
    assert aanwezig <= {PASPOORT.id, *(lid.id for lid in leden)}
    # The one who comes after gets the lock at once, and offers the broken load again.
    assert all(lid.afloop is Afloop.GESCHREVEN for lid in motor.write("g1", leden))
    assert motor.counts() == {"dordrecht": len(leden) + 1}
    assert sleutels(motor, "paspoort") == ["paspoort"]


@pytest.fixture
def lezer(motor: Motor, tmp_path: Path):
    """A reader in another process: ask it a question, get keys."""
    proces = subprocess.Popen(
        [sys.executable, "-c", LEZER, *_waar(motor, tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def vraag(tekst: str) -> list[str]:
        assert proces.stdin is not None
        assert proces.stdout is not None
        proces.stdin.write(tekst + "\n")
        proces.stdin.flush()
        antwoord: list[str] = json.loads(proces.stdout.readline())
        return antwoord

    yield vraag
    proces.communicate()


def test_lezer_in_een_ander_proces_ziet_elke_wijziging_meteen(
    gevuld: Vul, lezer: Callable[[str], list[str]]
) -> None:
    motor = gevuld(PASPOORT)
    assert lezer("paspoort") == ["paspoort"]
    motor.write("g1", [document("dordrecht", "paspoort-kwijt", "Paspoort kwijt")])
    assert sorted(lezer("paspoort")) == ["paspoort", "paspoort-kwijt"]
    motor.write("g1", [grafsteen(bereik="dordrecht", sleutel="paspoort", versie=6)])
    assert lezer("paspoort") == ["paspoort-kwijt"]
    motor.begin_generation("g2")
    motor.write("g2", [document("dordrecht", "reis", "Paspoort voor een reis")])
    motor.activate("g2")
    motor.drop("g1")
    assert lezer("paspoort") == ["reis"]


def test_tweede_schrijver_krijgt_een_duidelijke_fout(tmp_path: Path) -> None:
    eerste, tweede = TantivyMotor(tmp_path), TantivyMotor(tmp_path)
    eerste.begin_generation("g1")
    eerste.write("g1", [PASPOORT])
    with pytest.raises(MotorBezet):
        tweede.write("g1", [PASPOORT])
    eerste.close()
    assert tweede.write("g1", [PASPOORT])[0].afloop is Afloop.GESCHREVEN
    tweede.close()


def test_herstarte_schrijver_weigert_nog_steeds_wat_verouderd_is(tmp_path: Path) -> None:
    eerste = TantivyMotor(tmp_path)
    eerste.begin_generation("g1")
    eerste.write("g1", [PASPOORT, grafsteen(bereik="dordrecht", sleutel="rijbewijs", versie=8)])
    eerste.close()
    herstart = TantivyMotor(tmp_path)
    uitslagen = herstart.write("g1", [replace(PASPOORT, versie=4), RIJBEWIJS])
    assert [uitslag.aanwezig for uitslag in uitslagen] == [5, 8]
    herstart.close()


def test_mislukte_lading_telt_niet_als_geschreven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    motor = TantivyMotor(tmp_path)
    motor.begin_generation("g1")
    motor.write("g1", [PASPOORT])

    def stuk(_: ZoekDocument) -> None:
        raise ValueError("schijf vol")

    with monkeypatch.context() as tijdelijk:
        tijdelijk.setattr("search.tantivy_schrijver.naar_tantivy", stuk)
        with pytest.raises(MotorOnbereikbaar, match="schijf vol"):
            motor.write("g1", [replace(PASPOORT, versie=7)])
    assert list(motor.audit("g1")) == [Stand("dordrecht/paspoort", 5, False)]
    assert motor.write("g1", [replace(PASPOORT, versie=6)])[0].afloop is Afloop.GESCHREVEN
    motor.close()


def test_kapotte_map_is_een_onbereikbare_motor(tmp_path: Path) -> None:
    motor = TantivyMotor(tmp_path)
    motor.begin_generation("g1")
    motor.activate("g1")
    (tmp_path / "generaties" / "g1" / "meta.json").write_text("kapot")
    with pytest.raises(MotorOnbereikbaar):
        zoek("paspoort", publiek("dordrecht"), motor=motor)


def test_server_die_niet_antwoordt_is_een_onbereikbare_motor() -> None:
    motor = ElasticMotor("http://127.0.0.1:9", prefix="weg")
    for doe in (
        lambda: zoek("paspoort", publiek("dordrecht"), motor=motor),
        lambda: motor.write("g1", [PASPOORT]),
        lambda: motor.begin_generation("g1"),
        motor.active,
        motor.health,
        motor.counts,
        lambda: list(motor.audit()),
    ):
        with pytest.raises(MotorOnbereikbaar):
            doe()
