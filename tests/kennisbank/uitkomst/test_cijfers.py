"""The figures of the desk: weeks, hours, what is asked more than usual, and what the charts say of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest

from kennisbank.uitkomst.cijfers import Telling, Topvraag, Uur, Week, per_uitkomst, topvragen, uren, weken
from kennisbank.uitkomst.grafieken import dag_svg, dagzin, top_svg, topzin, weekzin, weken_svg

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NU = datetime(2026, 11, 23, 10, 40, tzinfo=AMSTERDAM)  # a Monday
TITELS = {"rijbewijs-kwijt": "Rijbewijs kwijt & <snel>"}


def telling(
    op: datetime, aantal: int, uitkomst: str = "beantwoord", sleutel: str = "rijbewijs-kwijt"
) -> Telling:
    return Telling(sleutel, op.replace(minute=0), uitkomst, aantal)


def test_een_week_loopt_van_maandag_tot_en_met_zondag() -> None:
    zondag = NU - timedelta(days=1)
    reeks = weken(
        [
            telling(NU, 6),
            telling(NU, 2, "doorverbonden"),
            telling(zondag, 1, "niet_gevonden"),
            telling(zondag, 3),
        ],
        NU.date(),
    )
    assert len(reeks) == 12
    assert reeks[-1] == Week(date(2026, 11, 23), 6, 8)
    assert reeks[-2] == Week(date(2026, 11, 16), 3, 4)
    assert reeks[-1].aandeel == 0.75
    assert reeks[0].aandeel is None


def test_uren_zonder_iets_ertussen_tellen_als_nul() -> None:
    elf = NU.replace(hour=13)
    assert uren(
        [telling(NU, 2), telling(elf, 1, "doorverbonden"), telling(NU - timedelta(days=1), 9)], NU.date()
    ) == (
        Uur(10, 2, 2),
        Uur(11, 0, 0),
        Uur(12, 0, 0),
        Uur(13, 0, 1),
    )
    assert uren([], NU.date()) == ()


def test_per_uitkomst_telt_vanaf_een_dag() -> None:
    rijen = [telling(NU, 2), telling(NU, 3, "doorverbonden"), telling(NU - timedelta(days=3), 9)]
    assert per_uitkomst(rijen, NU.date()) == {"beantwoord": 2, "doorverbonden": 3}


def test_dit_uur_naast_hetzelfde_uur_van_vier_weken() -> None:
    rijen = [telling(NU, 8), telling(NU, 4, "doorverbonden"), telling(NU, 6, sleutel="paspoort")]
    rijen += [telling(NU - timedelta(weeks=week), 3) for week in (1, 2, 3, 4)]
    rijen += [telling(NU - timedelta(weeks=1), 40, sleutel="paspoort"), telling(NU - timedelta(weeks=5), 99)]
    rijen += [telling(NU - timedelta(weeks=1, hours=1), 99)]  # another hour
    assert topvragen(rijen, NU) == (Topvraag("rijbewijs-kwijt", 12, 3.0), Topvraag("paspoort", 6, 10.0))


@pytest.mark.parametrize(("aantal", "te_zien"), [(4, 0), (5, 1)])
def test_minder_dan_vijf_in_een_uur_is_toeval(aantal: int, te_zien: int) -> None:
    assert len(topvragen([telling(NU, aantal)], NU)) == te_zien


def test_wat_zonder_onderwerp_is_geteld_is_geen_vraag() -> None:
    assert topvragen([telling(NU, 50, "niet_gevonden", sleutel="")], NU) == ()


def test_de_titel_van_een_grafiek_zegt_wat_er_te_zien_is() -> None:
    reeks = [
        Week(date(2026, 11, 9), 9, 10),
        Week(date(2026, 11, 16), 84, 100),
        Week(date(2026, 11, 23), 1, 2),
    ]
    assert weekzin(reeks) == (
        "In de week van 16 nov is 84 % bij het eerste contact beantwoord; het doel van de sector, 80 %, is gehaald"
    )
    assert weekzin([Week(date(2026, 11, 16), 70, 100)]).endswith("is niet gehaald")
    assert weekzin([Week(date(2026, 11, 16), 9, 10)]).startswith(
        "Er is nog geen week met 20 antwoorden of meer"
    )
    assert (
        dagzin([Uur(9, 1, 4), Uur(10, 5, 7)])
        == "Vandaag 11 antwoorden geteld; de meeste tussen 10.00 en 11.00 uur: 7"
    )
    assert topzin([Topvraag("rijbewijs-kwijt", 12, 2.75)], TITELS, 5) == (
        "Dit uur 12 keer: Rijbewijs kwijt & <snel>; in hetzelfde uur van de vier weken ervoor gemiddeld 2,8"
    )


@pytest.mark.parametrize(
    "svg",
    [
        weken_svg(weken([telling(NU, 30), telling(NU - timedelta(weeks=2), 3)], NU.date())),
        weken_svg(weken([], NU.date())),
        dag_svg([Uur(9, 1, 4), Uur(10, 0, 0)]),
        dag_svg([]),
        top_svg([Topvraag("rijbewijs-kwijt", 12, 2.75)], TITELS, 5),
        top_svg([], {}, 5),
    ],
)
def test_een_grafiek_is_een_heel_document_met_een_titel(svg: str) -> None:
    boom = ElementTree.fromstring(svg)  # noqa: S314  our own
    assert boom.find("{http://www.w3.org/2000/svg}title") is not None
    assert "style=" not in svg
