"""P11: no wall clock in correctness: processes whose clocks are a day off give what one with a good clock gives.

Leases and moments are by the clock of the database, order is by versions. On PostgreSQL, whose clock stays right while
that of this process is set; the receiver keeps the real time as well. Both changes of summer time are walked through.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db.models.functions import Now
from django.utils import timezone

from deploy.ontvanger import ontvanger as module
from deploy.ontvanger.ontvanger import Ontvanger
from redactie.keuzes import GegevenSoort
from redactie.klok import nu_van_de_database
from redactie.teksten import Wijzigingsnota, plan_tekst
from redactie.veld import Veld
from sync import gewenst, plannen
from sync.doelen import adapter_van
from sync.leveren import laad, lever_blok
from sync.models import Doel, Levering, LeveringToestand
from sync.nazien import is_tijd, volgende_nacht
from tests import ontvangers as o
from tests.factories import GegevenFactory, ProductFactory, publiceer
from tests.sync.conftest import ADEM, plan_alles, publicatie, veld_tekst
from tests.sync.doelproef import bezorg_alles, doel_voor, staat

DAG = timedelta(days=1)
GOED = timedelta(0)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
STRAKS = "Straks duurt het een week."


@contextmanager
def klok(afwijking: timedelta) -> Iterator[None]:
    """A process whose clock is so far off."""
    with time_machine.travel(datetime.now(UTC) + afwijking, tick=True):
        yield


@pytest.fixture
def website(regio, tmp_path, settings, monkeypatch) -> Iterator[tuple[Ontvanger, Doel]]:
    settings.ANTWOORD_PRIVE_DOELEN = True
    nu, tik = time.time(), time.perf_counter()
    monkeypatch.setattr(module, "time", SimpleNamespace(time=lambda: nu + time.perf_counter() - tik))
    geheim = o.nieuw_geheim()
    ontvanger = Ontvanger(o.opslag_in(tmp_path), [geheim])
    with o.draai(ontvanger) as adres:
        yield ontvanger, doel_voor("sliedrecht", adres, geheim)


def verloop(sleutel: str, eerste: timedelta, tweede: timedelta) -> tuple[str, int, bool]:
    """Two editors and two sync processes with these clocks take turns; what the public reads, its version, and whether
    it is acknowledged.
    """
    with klok(eerste):
        product = ProductFactory(sleutel=sleutel, termijn="Eerst.", gepubliceerd=True)
        straks = nu_van_de_database() + timedelta(hours=1)
        plan_tekst(
            product=product,
            veld=Veld.TERMIJN,
            tekst=STRAKS,
            vanaf=straks,
            nota=Wijzigingsnota(toelichting="Nieuw."),
        )
    with klok(tweede):
        plan_alles()
        bezorg_alles(rondes=1)
        product.termijn = "Daarna."
        publiceer(product)
    with klok(eerste):
        plan_alles()
        bezorg_alles(rondes=1)
        product.refresh_from_db()
        product.termijn = "Ten slotte."
        publiceer(product)
    with klok(tweede):
        plan_alles()
        bezorg_alles(rondes=1)
    rij = Levering.objects.filter(publicatie__bereik="sliedrecht", publicatie__sleutel=sleutel).first()
    if rij is None:
        return "", 0, False
    bevestigd = rij.toestand == LeveringToestand.BEVESTIGD and rij.bevestigd == rij.gewenst
    return veld_tekst("sliedrecht", sleutel, "termijn"), rij.bevestigd, bevestigd


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize(("eerste", "tweede"), [(DAG, -DAG), (-DAG, DAG), (DAG, DAG)])
def test_processen_met_een_verkeerde_klok_geven_hetzelfde(website, eerste, tweede) -> None:
    ontvanger, _ = website
    goed = verloop("paspoort", GOED, GOED)
    assert goed == ("Ten slotte.", 2**32 + 3, True)
    assert verloop("rijbewijs", eerste, tweede) == goed
    versies = {naam: versie for naam, (versie, _) in staat(ontvanger).items()}
    assert versies["product/rijbewijs"] == versies["product/paspoort"]
    assert not Doel.objects.exclude(laatste_fout="").exists()


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize("afwijking", [DAG, -DAG])
def test_een_planner_met_de_klok_van_zijn_proces_wordt_betrapt(website, monkeypatch, afwijking) -> None:
    """The broken variant: a text of an hour from now is live at once, or one of now is not."""
    goed = verloop("paspoort", GOED, GOED)
    monkeypatch.setattr(gewenst, "nu_van_de_database", timezone.now)
    monkeypatch.setattr(plannen, "nu_van_de_database", timezone.now)
    assert verloop("rijbewijs", afwijking, afwijking) != goed


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize("afwijking", [DAG, -DAG])
def test_wat_een_ander_op_weg_heeft_blijft_van_hem_tot_de_klok_van_de_database(website, afwijking) -> None:
    _, doel = website
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    assert laad(doel, 100, ADEM) is not None
    with klok(afwijking):
        assert laad(doel, 100, ADEM) is None
        Levering.objects.update(lease_tot=Now() - timedelta(seconds=1))
        assert lever_blok(doel, adapter_van(doel), ADEM) == 2


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize("afwijking", [DAG, -DAG])
def test_een_datum_die_nog_komt_wordt_niet_te_vroeg_of_te_laat_gepland(regio, afwijking) -> None:
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    rij = publicatie("sliedrecht", "paspoort")
    for straks, aantal in ((timedelta(hours=1), 0), (-timedelta(hours=1), 1)):
        rij.opnieuw_op = nu_van_de_database() + straks
        rij.save(update_fields=["opnieuw_op"])
        with klok(afwijking):
            assert plannen.plan_verlopen(ADEM) == aantal


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("zondag", "begin", "einde"),
    [
        # Midnight in Amsterdam before and after the night in which the clocks change.
        (date(2031, 3, 30), datetime(2031, 3, 29, 23, tzinfo=UTC), datetime(2031, 3, 30, 22, tzinfo=UTC)),
        (date(2031, 10, 26), datetime(2031, 10, 25, 22, tzinfo=UTC), datetime(2031, 10, 26, 23, tzinfo=UTC)),
    ],
)
def test_een_dag_van_23_of_25_uur_begint_en_eindigt_om_middernacht(regio, zondag, begin, einde) -> None:
    for waarde, van in (("Zaterdag.", None), ("Zondag.", zondag), ("Maandag.", zondag + DAG)):
        GegevenFactory(
            sleutel="dag",
            soort=GegevenSoort.TEKST,
            waarde=waarde,
            geldig_van=van,
            geldig_tot=van if van == zondag else zondag - DAG if van is None else None,
        )
    ProductFactory(sleutel="paspoort", termijn="Het is: {gegeven:dag}", gepubliceerd=True)
    gelezen = []
    for moment in (begin - timedelta(seconds=1), begin, einde - timedelta(seconds=1), einde):
        plan_alles(op=moment)
        gelezen.append(
            (veld_tekst("sliedrecht", "paspoort", "termijn"), publicatie("sliedrecht", "paspoort").opnieuw_op)
        )
    assert gelezen == [
        ("Het is: Zaterdag.", begin),
        ("Het is: Zondag.", einde),
        ("Het is: Zondag.", einde),
        ("Het is: Maandag.", None),
    ]


@pytest.mark.django_db
def test_het_uur_dat_tweemaal_komt_heeft_een_volgorde(regio) -> None:
    """Half past two comes twice that night; the text of the second time is not live at the first."""
    product = ProductFactory(sleutel="paspoort", termijn="Ervoor.", gepubliceerd=True)
    eerste = datetime(2031, 10, 26, 0, 30, tzinfo=UTC)
    tweede = eerste + timedelta(hours=1)
    assert eerste.astimezone(AMSTERDAM).time() == tweede.astimezone(AMSTERDAM).time()
    for vanaf, tekst in ((tweede, "Wintertijd."), (eerste, "Zomertijd.")):
        product.tekstversies.create(veld=Veld.TERMIJN, tekst=tekst, vanaf=vanaf)
    for moment, tekst in (
        (eerste, "Zomertijd."),
        (tweede - timedelta(minutes=1), "Zomertijd."),
        (tweede, "Wintertijd."),
    ):
        plan_alles(op=moment)
        assert veld_tekst("sliedrecht", "paspoort", "termijn") == tekst


@pytest.mark.parametrize("zaterdag", [datetime(2026, 3, 28, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC)])
def test_elke_nacht_wordt_er_een_keer_vergeleken_ook_als_de_klok_verspringt(zaterdag: datetime) -> None:
    doel = SimpleNamespace(nagezien_op=zaterdag)
    keren = []
    for kwartier in range(4 * 24 * 3):
        nu = zaterdag + timedelta(minutes=15 * kwartier)
        assert nu < volgende_nacht(nu)
        if is_tijd(doel, nu):  # type: ignore[arg-type]  only this column is read
            keren.append(nu.astimezone(AMSTERDAM).strftime("%d %H:%M"))
            doel.nagezien_op = nu
    eerste_dag = zaterdag.day
    assert keren == [f"{eerste_dag + dag} 03:30" for dag in range(3)]


BESLISSEN = (
    *("gewenst", "plannen", "leveren", "bezorgen", "verwerken", "lus", "nazien", "nazien_buiten", "wisselen"),
    *("vastleggen", "stroom", "tijdvak", "generatie", "opruimen", "doelbeheer", "verhuizen", "nazien_eigen"),
    *("intrekken", "verzoenen", "redactiewerk", "doelen/http", "doelen/index"),
)


@pytest.mark.parametrize("naam", BESLISSEN)
def test_wat_iets_beslist_leest_de_klok_van_zijn_proces_niet(naam: str) -> None:
    tekst = Path(plannen.__file__).parent.joinpath(f"{naam}.py").read_text("utf-8")
    assert not [
        roep for roep in ("timezone.now", "datetime.now", "time.time(", "date.today") if roep in tekst
    ]
