"""A query put into SQL once answers as the same query of Django, with other values each time."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.db.models import QuerySet

from redactie.models import Gemeente
from redactie.vertaald import eenmaal_vertaald
from tests.factories.gemeente import GemeenteFactory

pytestmark = pytest.mark.django_db
NU = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAG = date(2026, 1, 1)


@eenmaal_vertaald(str)
def op_slug(slug: str) -> QuerySet[Gemeente]:
    return Gemeente.objects.filter(slug=slug).values_list("naam", "deelname_van")


@eenmaal_vertaald(datetime, str)
def sinds_behalve(moment: datetime, naam: str) -> QuerySet[Any]:
    rijen = get_user_model().objects.filter(date_joined__gte=moment).exclude(username=naam)
    return rijen.order_by("username").values_list("username", "date_joined")


@eenmaal_vertaald(date)
def sinds_dag(dag: date) -> QuerySet[Gemeente]:
    return Gemeente.objects.filter(deelname_van__gte=dag).order_by("slug").values_list("slug")


def test_geeft_bij_elke_waarde_de_rijen_van_die_waarde() -> None:
    for naam in ("Aa", "Bee"):
        GemeenteFactory(slug=naam.lower(), naam=naam, deelname_van=DAG)
    gevonden = [op_slug(slug) for slug in ("aa", "bee", "aa", "cee")]
    assert gevonden == [[("Aa", DAG)], [("Bee", DAG)], [("Aa", DAG)], []]


def test_een_moment_en_een_sleutel_houden_elk_hun_plaats() -> None:
    dagen = {naam: NU + timedelta(days=dag) for dag, naam in enumerate(("aa", "bee", "cee"))}
    for naam, op in dagen.items():
        get_user_model().objects.create(username=naam, date_joined=op)
    assert sinds_behalve(dagen["bee"], "cee") == [("bee", dagen["bee"])]
    assert sinds_behalve(dagen["aa"], "bee") == [("aa", dagen["aa"]), ("cee", dagen["cee"])]


def test_een_dag_gaat_mee_zoals_de_database_hem_schrijft() -> None:
    GemeenteFactory(slug="aa", deelname_van=DAG)
    GemeenteFactory(slug="bee", deelname_van=DAG + timedelta(days=1))
    gevonden = [sinds_dag(dag) for dag in (DAG, DAG + timedelta(days=1), DAG + timedelta(days=2))]
    assert gevonden == [[("aa",), ("bee",)], [("bee",)], []]


def test_een_waarde_met_een_aanhalingsteken_blijft_een_waarde() -> None:
    GemeenteFactory(slug="aa")
    assert op_slug("aa' OR '1'='1") == []


def test_django_maakt_de_vraag_een_keer(django_assert_num_queries) -> None:
    gemaakt = []

    @eenmaal_vertaald(str)
    def vraag(slug: str) -> QuerySet[Gemeente]:
        gemaakt.append(slug)
        return Gemeente.objects.filter(slug=slug).values_list("slug")

    with django_assert_num_queries(3):
        for slug in ("aa", "bee", "cee"):
            vraag(slug)
    assert len(gemaakt) == 1
    assert gemaakt[0] not in ("aa", "bee", "cee")


def test_elke_draad_heeft_zijn_eigen_vertaling() -> None:
    draden = []

    @eenmaal_vertaald()
    def vraag() -> QuerySet[Gemeente]:
        draden.append(threading.get_ident())
        return Gemeente.objects.values_list("slug")

    def draad() -> None:
        vraag()
        connection.close()

    vraag()
    vraag()
    ander = threading.Thread(target=draad)
    ander.start()
    ander.join()
    assert len(draden) == len(set(draden)) == 2


def test_een_waarde_die_django_ombouwt_wordt_geweigerd() -> None:
    @eenmaal_vertaald(str)
    def vraag(stuk: str) -> QuerySet[Gemeente]:
        return Gemeente.objects.filter(naam__contains=stuk).values_list("slug")

    with pytest.raises(ValueError, match="vraag"):
        vraag("aa")
