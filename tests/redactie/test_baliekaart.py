"""The answer card: the agents' order, what differs from the region, and nothing internal for who may not see it."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest

from redactie.baliekaart import EIGEN_PLEK, Baliekaart, KaartVeld, baliekaart
from redactie.keuzes import Herkomst
from redactie.veld import BALIE_VOLGORDE, INTERNE_VELDEN, Veld


def veld(naam: Veld, html: str) -> dict[str, str]:
    return {"veld": naam.value, "kop": naam.kop, "tekst": html, "html": html}


def publiek(**rest: Any) -> dict[str, Any]:
    velden = [veld(lid, f"<p>{lid.value}</p>") for lid in Veld if not lid.intern and not lid.platte_tekst]
    return {
        "bereik": "sliedrecht",
        "sleutel": "paspoort",
        "soort": "product",
        "status": "aangeboden",
        "status_html": "",
        "verwijst_naar": None,
        "kanalen": [],
        "verwant": [],
        "contactpunt": None,
        "talen": {"nl": {"titel": "Paspoort", "samenvatting": "Een paspoort.", "velden": velden}},
        **rest,
    }


def eigen_feit(token: str, *velden: Veld, herkomst: Herkomst = Herkomst.LOKAAL) -> dict[str, Any]:
    namen = [lid.value for lid in velden]
    return {"token": token, "waarde": "x", "herkomst": herkomst.value, "velden": namen}


def per_veld(kaart: Baliekaart) -> dict[Veld, str]:
    """The marks at the fields."""
    los = (kaart.spreekantwoord, kaart.doorverbinden, kaart.toelichting)
    return {lid.veld: lid.eigen for lid in (*kaart.velden, *los) if lid is not None and lid.eigen}


def balie(**rest: Any) -> dict[str, Any]:
    return {
        "velden": [veld(lid, f"<p>geheim {lid.value}</p>") for lid in INTERNE_VELDEN],
        "herkomst": [],
        "feiten": [],
        "eigenaar": None,
        "controledatum": None,
        "eigen_product": False,
        "spreekantwoord_nakijken": False,
        **rest,
    }


def anders(naam: Veld, herkomst: Herkomst = Herkomst.LOKAAL, **rest: Any) -> dict[str, Any]:
    return {
        "veld": naam.value,
        "herkomst": herkomst.value,
        "reden": "Eigen balie",
        "regio_tekst": "regio",
        "regio_html": f"<p>regio {naam.value}</p>",
        "te_herzien": None,
        **rest,
    }


def in_json(kaart: Baliekaart) -> str:
    return json.dumps(asdict(kaart), default=str)


def test_de_velden_staan_in_de_volgorde_van_de_balie() -> None:
    kaart = baliekaart(publiek(), balie(), intern=True)
    assert [lid.veld for lid in kaart.velden] == [lid for lid in BALIE_VOLGORDE if lid not in EIGEN_PLEK]


@pytest.mark.parametrize("naam", [lid for lid in Veld if lid is not Veld.TITEL])
def test_elk_veld_krijgt_een_plek_op_de_kaart(naam: Veld) -> None:
    kaart = baliekaart(publiek(), balie(), intern=True)
    gezocht = "Een paspoort." if naam is Veld.SAMENVATTING else f"{naam.value}</p>"
    assert gezocht in in_json(kaart)


@pytest.mark.parametrize("naam", [lid for lid in Veld if lid not in (Veld.TITEL, Veld.SAMENVATTING)])
def test_elk_veld_heeft_een_kop(naam: Veld) -> None:
    assert KaartVeld(naam, "").kop


def test_zonder_recht_op_intern_komt_er_niets_interns_op_de_kaart() -> None:
    achtergrond = balie(herkomst=[anders(lid) for lid in INTERNE_VELDEN], spreekantwoord_nakijken=True)
    kaart = baliekaart(publiek(), achtergrond, intern=False)
    assert (kaart.spreekantwoord, kaart.doorverbinden, kaart.toelichting, kaart.nakijken) == (
        None,
        None,
        None,
        (),
    )
    assert not any(lid.intern for lid in kaart.velden)
    tekst = in_json(kaart)
    assert "geheim" not in tekst
    assert "regio spreekantwoord" not in tekst


def test_een_intern_veld_in_de_publieke_inhoud_telt_niet() -> None:
    inhoud = publiek()
    inhoud["talen"]["nl"]["velden"].append(veld(Veld.INTERNE_TOELICHTING, "<p>gelekt</p>"))
    assert "gelekt" not in in_json(baliekaart(inhoud, balie(velden=[]), intern=True))


def test_een_lokaal_veld_zegt_wat_de_regio_schrijft() -> None:
    kaart = baliekaart(publiek(), balie(herkomst=[anders(Veld.KOSTEN)]), intern=True)
    (kosten,) = kaart.anders
    assert (kosten.veld, kosten.html) == (Veld.KOSTEN, "<p>kosten</p>")
    assert kosten.anders is not None
    assert (kosten.anders.label, kosten.anders.regio_html) == ("anders dan de regio", "<p>regio kosten</p>")


@pytest.mark.parametrize(
    ("herkomst", "label"),
    [(Herkomst.GEMENGD, "aangevuld op de regio"), (Herkomst.VERBORGEN, "hier weggelaten")],
)
def test_aangevuld_en_weggelaten_heten_anders(herkomst: Herkomst, label: str) -> None:
    kaart = baliekaart(publiek(), balie(herkomst=[anders(Veld.KOSTEN, herkomst)]), intern=True)
    assert kaart.anders[0].anders is not None
    assert kaart.anders[0].anders.label == label


def test_een_weggelaten_veld_blijft_een_rij_zonder_tekst() -> None:
    inhoud = publiek()
    inhoud["talen"]["nl"]["velden"] = []
    kaart = baliekaart(
        inhoud, balie(velden=[], herkomst=[anders(Veld.KOSTEN, Herkomst.VERBORGEN)]), intern=True
    )
    assert [(lid.veld, lid.html) for lid in kaart.velden] == [(Veld.KOSTEN, "")]


def test_nakijken_noemt_alleen_de_lokale_feitelijke_velden() -> None:
    herkomst = [anders(Veld.BEZWAAR), anders(Veld.AANPAK), anders(Veld.KOSTEN)]
    kaart = baliekaart(publiek(), balie(herkomst=herkomst, spreekantwoord_nakijken=True), intern=True)
    assert kaart.nakijken == ("Kosten", "Hoe")


def test_te_herzien_komt_mee_met_sinds_wanneer_en_waarom() -> None:
    wacht = {
        "sinds": "2026-11-20T00:00:00+01:00",
        "klasse": "inhoudelijk",
        "toelichting": "Nieuwe leverancier",
    }
    kaart = baliekaart(publiek(), balie(herkomst=[anders(Veld.TERMIJN, te_herzien=wacht)]), intern=True)
    termijn = kaart.anders[0].anders
    assert termijn is not None
    assert termijn.te_herzien_sinds is not None
    assert termijn.te_herzien_sinds.date() == date(2026, 11, 20)
    assert termijn.te_herzien_omdat == "Nieuwe leverancier"


def test_een_afwijkende_titel_staat_apart() -> None:
    kaart = baliekaart(publiek(), balie(herkomst=[anders(Veld.TITEL)]), intern=True)
    assert [lid.veld for lid in kaart.kop_anders] == [Veld.TITEL]


@pytest.mark.parametrize(("herkomst", "eigen"), [("lokaal", True), ("centraal", False), (None, False)])
def test_de_kaart_zegt_of_er_een_eigen_bedrag_of_gegeven_in_staat(herkomst: str | None, eigen: bool) -> None:
    achtergrond = balie(feiten=[{"token": "{tarief:paspoort}", "waarde": "€ 1", "herkomst": herkomst}])
    assert baliekaart(publiek(), achtergrond, intern=True).eigen_feiten is eigen
    assert baliekaart(publiek(), achtergrond, intern=False).eigen_feiten is False


def test_een_eigen_feit_staat_bij_het_veld_waarin_het_te_lezen_is() -> None:
    feiten = [
        eigen_feit("tarief:paspoort", Veld.KOSTEN, Veld.SPREEKANTWOORD),
        eigen_feit("gegeven:adres", Veld.DOORVERBINDEN),
        eigen_feit("tarief:regio", Veld.TERMIJN, herkomst=Herkomst.CENTRAAL),
    ]
    kaart = baliekaart(publiek(), balie(feiten=feiten), intern=True, gemeente="Sliedrecht")
    assert per_veld(kaart) == {
        Veld.KOSTEN: "eigen bedrag van Sliedrecht",
        Veld.SPREEKANTWOORD: "eigen bedrag van Sliedrecht",
        Veld.DOORVERBINDEN: "eigen gegeven van Sliedrecht",
    }


def test_ook_bij_de_samenvatting() -> None:
    feiten = [eigen_feit("gegeven:adres", Veld.SAMENVATTING)]
    kaart = baliekaart(publiek(), balie(feiten=feiten), intern=True, gemeente="Sliedrecht")
    assert kaart.samenvatting_eigen == "eigen gegeven van Sliedrecht"


@pytest.mark.parametrize(
    ("herkomst", "gemerkt"),
    [(Herkomst.LOKAAL, False), (Herkomst.VERBORGEN, False), (Herkomst.GEMENGD, True)],
)
def test_bij_een_eigen_tekst_hoeft_het_niet(herkomst: Herkomst, gemerkt: bool) -> None:
    achtergrond = balie(
        herkomst=[anders(Veld.KOSTEN, herkomst)], feiten=[eigen_feit("tarief:paspoort", Veld.KOSTEN)]
    )
    assert bool(per_veld(baliekaart(publiek(), achtergrond, intern=True))) is gemerkt


def test_een_eigen_product_heeft_geen_merken() -> None:
    achtergrond = balie(eigen_product=True, feiten=[eigen_feit("tarief:paspoort", Veld.KOSTEN)])
    assert per_veld(baliekaart(publiek(), achtergrond, intern=True)) == {}


def test_wie_niets_interns_ziet_ziet_ook_geen_merken() -> None:
    achtergrond = balie(feiten=[eigen_feit("tarief:paspoort", Veld.KOSTEN, Veld.SAMENVATTING)])
    kaart = baliekaart(publiek(), achtergrond, intern=False)
    assert (per_veld(kaart), kaart.samenvatting_eigen) == ({}, "")
