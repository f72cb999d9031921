"""Which notices are shown, in which order, with what, and when that changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kennisbank.mededelingen.geldig import geldig, over, uit_json, volgende_grens, zaken_van
from redactie.keuzes import Status

NU = datetime(2026, 11, 23, 12, tzinfo=UTC)


def rij(sleutel: str, **rest: Any) -> dict[str, Any]:
    return {
        "sleutel": sleutel,
        "tekst": sleutel,
        "html": f"<p>{sleutel}</p>",
        "van": (NU - timedelta(days=1)).isoformat(),
        "tot": None,
        "betreft": ["alles"],
        "belangrijk": False,
        **rest,
    }


def sleutels(*rijen: dict[str, Any]) -> list[str]:
    return [lid.sleutel for lid in geldig(uit_json(rijen), NU)]


def test_alleen_wat_nu_geldt() -> None:
    straks = rij("straks", van=(NU + timedelta(seconds=1)).isoformat())
    voorbij = rij("voorbij", tot=NU.isoformat())
    nog_net = rij("nog-net", van=NU.isoformat(), tot=(NU + timedelta(seconds=1)).isoformat())
    assert sleutels(straks, voorbij, nog_net) == ["nog-net"]


def test_belangrijk_eerst_dan_het_nieuwste() -> None:
    oud = rij("oud", van=(NU - timedelta(days=9)).isoformat())
    assert sleutels(oud, rij("nieuw"), rij("belangrijk", belangrijk=True)) == ["belangrijk", "nieuw", "oud"]


def test_interne_woorden_komen_alleen_uit_rijen_die_ze_hebben() -> None:
    zonder, met = uit_json([rij("website"), rij("balie", interne_html="<p>geheim</p>")])
    assert (zonder.intern_html, met.intern_html) == ("", "<p>geheim</p>")


@pytest.mark.parametrize(
    ("perioden", "verwacht"),
    [
        ([], None),
        ([(-2, None)], None),
        ([(-2, -1)], None),
        ([(-2, 0)], None),
        ([(-2, 5), (3, None)], 3),
        ([(-2, 2), (3, 9)], 2),
    ],
)
def test_de_volgende_grens_is_het_eerste_begin_of_einde_na_nu(
    perioden: list[tuple[int, int | None]], verwacht: int | None
) -> None:
    def moment(uren: int) -> str:
        return (NU + timedelta(hours=uren)).isoformat()

    rijen = [
        rij(f"m{nummer}", van=moment(van), tot=None if tot is None else moment(tot))
        for nummer, (van, tot) in enumerate(perioden)
    ]
    grens = None if verwacht is None else NU + timedelta(hours=verwacht)
    assert volgende_grens(uit_json(rijen), NU) == grens


def over_paspoort(status: str) -> set[str]:
    betreft = ["alles", "product:paspoort", "thema:reizen", "inlogmiddel:digid", "product:rijbewijs"]
    rijen = [rij(zaak, betreft=[zaak]) for zaak in betreft]
    zaken = zaken_van("paspoort", status=status, themas=["reizen"], inlogmiddelen=["digid"])
    return {lid.sleutel for lid in over(uit_json(rijen), zaken)}


def test_over_een_product_zijn_thema_of_zijn_inlogmiddel() -> None:
    verwacht = {"alles", "product:paspoort", "thema:reizen", "inlogmiddel:digid"}
    assert over_paspoort(Status.AANGEBODEN) == verwacht


@pytest.mark.parametrize("status", [lid for lid in Status if lid is not Status.AANGEBODEN])
def test_een_inlogmiddel_telt_niet_waar_het_product_niet_wordt_aangeboden(status: Status) -> None:
    assert over_paspoort(status) == {"alles", "product:paspoort", "thema:reizen"}
