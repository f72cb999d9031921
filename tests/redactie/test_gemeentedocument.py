"""The document of a municipality: what is in it, for whom, until when."""

import json
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.gemeentebronnen import (
    ContactpuntBron,
    GemeentedocumentBronnen,
    LocatieBron,
    MededelingBron,
    OpeningBron,
    ThemaBron,
)
from redactie.gemeentedocument import balie_gemeente, volgende_moment_gemeente
from redactie.keuzes import ContactpuntSoort, Dag, OpenWijze, ThemaSoort, Zichtbaar
from redactie.periode import AMSTERDAM, Periode, begin_van
from redactie.schemas import schemafouten
from tests.redactie.bouw import DE_REGIO, DORDRECHT, MORGEN, NU, VANDAAG, ZIN, perioden

UUR = timedelta(hours=1)


def bronnen(bereik=DORDRECHT, **overig) -> GemeentedocumentBronnen:
    return GemeentedocumentBronnen(bereik=bereik, naam_regio="Drechtsteden", **overig)


def mededeling(sleutel="storing", *, van=NU - UUR, tot=NU + UUR, **overig) -> MededelingBron:
    return MededelingBron(sleutel, overig.pop("tekst", "DigiD werkt niet."), van, tot, **overig)


def publiek(bron: GemeentedocumentBronnen, op=NU):
    document = balie_gemeente(bron, op)
    assert document is not None
    return document.publiek.als_json()


def balie(bron: GemeentedocumentBronnen, op=NU):
    document = balie_gemeente(bron, op)
    assert document is not None
    return document.als_json()


def test_een_eigen_contactpunt_vervangt_dat_van_de_regio_met_dezelfde_sleutel():
    punten = (
        ContactpuntBron("wmo", "Wmo-loket"),
        ContactpuntBron("burgerzaken", "Burgerzaken Dordrecht", gemeente="dordrecht", telefoon="078 1"),
        ContactpuntBron("burgerzaken", "Burgerzaken", telefoon="14 078"),
        ContactpuntBron("haven", "Havendienst Sliedrecht", gemeente="sliedrecht"),
    )
    for volgorde in (punten, punten[::-1]):
        gevonden = publiek(bronnen(contactpunten=volgorde))["contactpunten"]
        assert [(lid["naam"], lid["telefoon"]) for lid in gevonden] == [
            ("Burgerzaken Dordrecht", "078 1"),
            ("Wmo-loket", ""),
        ]
    regio = publiek(bronnen(DE_REGIO, contactpunten=punten))["contactpunten"]
    assert [lid["naam"] for lid in regio] == ["Burgerzaken", "Wmo-loket"]


def test_een_intern_nummer_staat_alleen_in_het_document_van_de_balie():
    bron = bronnen(contactpunten=(ContactpuntBron("wmo", "Wmo-loket", telefoon_intern="078 770 20 43"),))
    assert "770 20 43" not in json.dumps(publiek(bron))
    assert "770 20 43" not in repr(balie_gemeente(bron, NU).publiek)
    assert balie(bron)["contactpunten"] == [{"sleutel": "wmo", "telefoon_intern": "078 770 20 43"}]


def test_de_interne_tekst_van_een_mededeling_staat_alleen_in_het_document_van_de_balie():
    bron = bronnen(mededelingen=(mededeling(interne_tekst="Noem de *oorzaak* niet."),))
    assert "oorzaak" not in json.dumps(publiek(bron))
    assert "oorzaak" not in repr(balie_gemeente(bron, NU).publiek)
    (lid,) = balie(bron)["mededelingen"]
    assert lid["interne_tekst"] == "Noem de oorzaak niet."
    assert lid["interne_html"] == "<p>Noem de <em>oorzaak</em> niet.</p>"


@pytest.mark.parametrize(
    ("zichtbaar", "op_website", "aan_balie"),
    [
        ({Zichtbaar.WEBSITE, Zichtbaar.BALIE}, True, True),
        ({Zichtbaar.WEBSITE}, True, False),
        ({Zichtbaar.BALIE}, False, True),
    ],
)
def test_een_mededeling_staat_waar_zij_zichtbaar_is(zichtbaar, op_website, aan_balie):
    bron = bronnen(mededelingen=(mededeling(zichtbaar=frozenset(zichtbaar)),))
    assert bool(publiek(bron)["mededelingen"]) == op_website
    assert bool(balie(bron)["mededelingen"]) == aan_balie


@pytest.mark.parametrize(
    ("gemeenten", "bereik", "verwacht"),
    [
        (frozenset(), DORDRECHT, True),
        (frozenset({"dordrecht"}), DORDRECHT, True),
        (frozenset({"sliedrecht"}), DORDRECHT, False),
        (frozenset({"dordrecht"}), DE_REGIO, False),
        (frozenset(), DE_REGIO, True),
    ],
)
def test_een_mededeling_is_voor_haar_gemeenten(gemeenten, bereik, verwacht):
    bron = bronnen(bereik, mededelingen=(mededeling(gemeenten=gemeenten),))
    assert bool(publiek(bron)["mededelingen"]) == verwacht


@pytest.mark.parametrize(
    ("van", "tot", "verwacht"),
    [
        (NU - UUR, NU + UUR, True),
        (NU + UUR, None, True),
        (NU - UUR, NU, False),
        (NU - 2 * UUR, NU - UUR, False),
        (NU - UUR, NU + timedelta(microseconds=1), True),
    ],
)
def test_lopende_en_geplande_mededelingen_staan_erin_en_voorbije_niet(van, tot, verwacht):
    bron = bronnen(mededelingen=(mededeling(van=van, tot=tot),))
    assert bool(publiek(bron)["mededelingen"]) == verwacht


def test_een_mededeling_heeft_woorden_html_en_momenten_in_amsterdam():
    bron = bronnen(
        mededelingen=(mededeling(tekst="Bel **14 078**.", betreft=("product:paspoort",), belangrijk=True),)
    )
    (lid,) = publiek(bron)["mededelingen"]
    assert lid == {
        "sleutel": "storing",
        "tekst": "Bel 14 078.",
        "html": "<p>Bel <strong>14\xa0078</strong>.</p>",
        "van": "2026-11-22T11:00:00+01:00",
        "tot": "2026-11-22T13:00:00+01:00",
        "betreft": ["product:paspoort"],
        "belangrijk": True,
    }


def test_openingstijden_staan_op_volgorde_van_de_week_en_daarna_de_uitzonderingen():
    uren = (
        OpeningBron(None, date(2026, 12, 25), None, None),
        OpeningBron(Dag.VR, None, time(9), time(12, 30), OpenWijze.AFSPRAAK),
        OpeningBron(Dag.MA, None, time(13), time(17)),
        OpeningBron(Dag.MA, None, time(9), time(12)),
        OpeningBron(None, date(2026, 12, 5), time(9), time(10)),
    )
    (locatie,) = publiek(bronnen(locaties=(LocatieBron("gh", "Gemeentehuis", openingstijden=uren),)))[
        "locaties"
    ]
    assert [(lid["dag"], lid["datum"], lid["van"], lid["tot"]) for lid in locatie["openingstijden"]] == [
        ("ma", None, "09:00", "12:00"),
        ("ma", None, "13:00", "17:00"),
        ("vr", None, "09:00", "12:30"),
        (None, "2026-12-05", "09:00", "10:00"),
        (None, "2026-12-25", None, None),
    ]


def test_een_gemeente_die_niet_deelneemt_heeft_geen_document():
    bron = bronnen(deelname=Periode(MORGEN, None))
    assert balie_gemeente(bron, NU) is None
    assert volgende_moment_gemeente(bron, NU) == begin_van(MORGEN)
    assert balie_gemeente(bron, begin_van(MORGEN)) is not None


def test_het_document_van_de_regio_heet_zoals_de_regio_heet():
    document = publiek(bronnen(DE_REGIO))
    assert (document["naam"], document["naam_regio"], document["bereik"]) == (
        "Drechtsteden",
        "Drechtsteden",
        "regio",
    )


def test_het_volgende_moment_is_het_einde_van_de_eerste_mededeling_of_van_de_deelname():
    bron = bronnen(
        mededelingen=(
            mededeling("a", tot=NU + 3 * UUR),
            mededeling("b", tot=NU + 2 * UUR),
            mededeling("c", tot=NU + UUR, gemeenten=frozenset({"sliedrecht"})),
            mededeling("d", van=NU + UUR, tot=None),
            mededeling("e", van=NU - 3 * UUR, tot=NU - 2 * UUR),
        ),
        deelname=Periode(None, VANDAAG + timedelta(days=2)),
    )
    assert volgende_moment_gemeente(bron, NU) == NU + 2 * UUR
    assert volgende_moment_gemeente(bron, NU + 3 * UUR) == begin_van(VANDAAG + timedelta(days=3))
    assert volgende_moment_gemeente(bronnen(), NU) is None


SLEUTEL = st.from_regex(r"[a-z][a-z0-9-]{0,10}", fullmatch=True)
MOMENT = st.integers(-500, 500).map(lambda uren: NU + uren * UUR)


@st.composite
def openingen(draw) -> OpeningBron:
    dag = draw(st.none() | st.sampled_from(Dag))
    datum = None if dag else draw(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
    van, tot = draw(st.sampled_from([(None, None), (time(9), time(12, 30)), (time(13, 15), time(17))]))
    return OpeningBron(dag, datum, van, tot, draw(st.sampled_from(OpenWijze)))


@st.composite
def documenten(draw) -> GemeentedocumentBronnen:
    bereik = draw(st.sampled_from([DORDRECHT, DE_REGIO]))
    eigenaar = st.sampled_from([None, "dordrecht"])
    uren = st.lists(openingen(), max_size=4).map(tuple)
    punten = st.builds(
        ContactpuntBron,
        sleutel=SLEUTEL,
        naam=ZIN,
        soort=st.sampled_from(ContactpuntSoort),
        gemeente=eigenaar,
        telefoon=st.sampled_from(["", "14 078"]),
        telefoon_intern=st.sampled_from(["", "078 770 11 11"]),
        openingstijden=uren,
    )
    mededelingen = st.builds(
        MededelingBron,
        sleutel=SLEUTEL,
        tekst=ZIN,
        van=MOMENT,
        tot=st.none() | MOMENT,
        interne_tekst=st.just("") | ZIN.map(lambda zin: f"GEHEIM {zin}"),
        gemeenten=st.frozensets(st.sampled_from(["dordrecht", "sliedrecht"])),
        betreft=st.lists(st.sampled_from(["alles", "thema:afval", "product:pas", "inlogmiddel:digid"])).map(
            tuple
        ),
        zichtbaar=st.frozensets(st.sampled_from(Zichtbaar)),
        belangrijk=st.booleans(),
    )
    return bronnen(
        bereik,
        hostnamen=("dordrecht.localhost",),
        deelname=draw(perioden()),
        themas=tuple(
            draw(
                st.lists(
                    st.builds(ThemaBron, SLEUTEL, ZIN, ZIN, st.none() | SLEUTEL, st.sampled_from(ThemaSoort))
                )
            )
        ),
        contactpunten=tuple(draw(st.lists(punten, max_size=4))),
        locaties=tuple(
            draw(st.lists(st.builds(LocatieBron, SLEUTEL, ZIN, eigenaar, openingstijden=uren), max_size=2))
        ),
        mededelingen=tuple(draw(st.lists(mededelingen, max_size=4))),
    )


@given(documenten(), MOMENT)
def test_elk_document_voldoet_aan_zijn_schema_en_lekt_niets(bron, op):
    document = balie_gemeente(bron, op)
    if document is None:
        return
    openbaar = document.publiek.als_json()
    assert schemafouten(openbaar) == []
    assert schemafouten(document.als_json()) == []
    assert "GEHEIM" not in json.dumps(openbaar)
    assert "770 11 11" not in json.dumps(openbaar)
    assert json.loads(json.dumps(openbaar)) == openbaar


@given(documenten(), MOMENT)
def test_tot_het_volgende_moment_blijft_het_document_gelijk(bron, op):
    grens = volgende_moment_gemeente(bron, op)
    vlak_ervoor = (grens or datetime(2040, 1, 1, tzinfo=AMSTERDAM)) - timedelta(microseconds=1)
    nu, straks = balie_gemeente(bron, op), balie_gemeente(bron, vlak_ervoor)
    assert nu == straks
