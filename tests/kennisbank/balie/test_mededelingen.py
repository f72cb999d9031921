"""Which notices an agent sees, and what of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from kennisbank.balie.mededelingen import lees, over, zaken_van

NU = datetime(2026, 11, 23, 12, tzinfo=UTC)


def rij(sleutel: str, **rest: Any) -> dict[str, Any]:
    return {
        "sleutel": sleutel,
        "html": f"<p>{sleutel}</p>",
        "interne_html": f"<p>geheim {sleutel}</p>",
        "van": (NU - timedelta(days=1)).isoformat(),
        "tot": None,
        "betreft": ["alles"],
        "belangrijk": False,
        **rest,
    }


def publiek(balie: list[dict[str, Any]]) -> dict[str, Any]:
    return {"mededelingen": [{k: w for k, w in lid.items() if k != "interne_html"} for lid in balie[:1]]}


def sleutels(*rijen: dict[str, Any], intern: bool = True) -> list[str]:
    gelezen = lees(publiek(list(rijen)), {"mededelingen": list(rijen)}, intern=intern, nu=NU)
    return [lid.sleutel for lid in gelezen]


def test_alleen_wat_nu_geldt() -> None:
    straks = rij("straks", van=(NU + timedelta(seconds=1)).isoformat())
    voorbij = rij("voorbij", tot=NU.isoformat())
    nog_net = rij("nog-net", van=NU.isoformat(), tot=(NU + timedelta(seconds=1)).isoformat())
    assert sleutels(straks, voorbij, nog_net) == ["nog-net"]


def test_belangrijk_eerst_dan_het_nieuwste() -> None:
    oud = rij("oud", van=(NU - timedelta(days=9)).isoformat())
    assert sleutels(oud, rij("nieuw"), rij("belangrijk", belangrijk=True)) == ["belangrijk", "nieuw", "oud"]


def test_zonder_recht_op_intern_alleen_wat_op_de_website_staat() -> None:
    rijen = [rij("website"), rij("alleen-balie")]
    gelezen = lees(publiek(rijen), {"mededelingen": rijen}, intern=False, nu=NU)
    assert [(lid.sleutel, lid.intern_html) for lid in gelezen] == [("website", "")]


def test_over_een_product_zijn_thema_of_zijn_inlogmiddel() -> None:
    product = {"sleutel": "paspoort", "themas": ["reizen"], "kanalen": [{"inlogmiddel": "digid"}]}
    betreft = ["alles", "product:paspoort", "thema:reizen", "inlogmiddel:digid"]
    rijen = [rij(f"m{nummer}", betreft=[zaak]) for nummer, zaak in enumerate(betreft)]
    rijen.append(rij("ander", betreft=["product:rijbewijs"]))
    gelezen = lees(publiek(rijen), {"mededelingen": rijen}, intern=True, nu=NU)
    assert {lid.sleutel for lid in over(gelezen, zaken_van(product))} == {"m0", "m1", "m2", "m3"}
