"""Every way in which what a reader sees can change records a Wijziging, in the same transaction; others none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.utils import timezone

from redactie import models
from redactie.keuzes import Dag
from tests import factories as f

pytestmark = pytest.mark.django_db


def _gepubliceerd() -> models.Product:
    return f.ProductFactory(sleutel="paspoort", gepubliceerd=True)


def _lokaal() -> models.LokaleVersie:
    return f.LokaleVersieFactory(
        product=_gepubliceerd(),
        gemeente=f.GemeenteFactory(slug="sliedrecht"),
        wijkt_af={"kosten": "Gratis."},
        gepubliceerd=True,
    )


def _verander(ding, **waarden):
    for naam, waarde in waarden.items():
        setattr(ding, naam, waarde)
    return ding


PRODUCT = ("product", "paspoort", "")
LOKAAL = ("product", "paspoort", "sliedrecht")
GEMEENTE = ("gemeente", "", "")

# name: (what there is, what happens to it, what must be recorded)
Geval = tuple[Callable[[], object], Callable[[object], object], set[tuple[str, str, str]]]
WEL: dict[str, Geval] = {
    "product gepubliceerd": (
        lambda: f.ProductFactory(sleutel="paspoort"),
        f.publiceer,
        {PRODUCT},
    ),
    "product opnieuw gepubliceerd": (
        _gepubliceerd,
        lambda p: f.publiceer(_verander(p, kosten="Niets.")),
        {PRODUCT},
    ),
    "product door een script opgeslagen": (
        _gepubliceerd,
        lambda p: _verander(p, kosten="Niets.").save(),
        {PRODUCT},
    ),
    "product van publicatie gehaald": (_gepubliceerd, lambda p: p.unpublish(), {PRODUCT}),
    "product verwijderd": (_gepubliceerd, lambda p: p.delete(), {PRODUCT}),
    "producten in een keer verwijderd": (
        _gepubliceerd,
        lambda p: models.Product.objects.filter(pk=p.pk).delete(),
        {PRODUCT},
    ),
    "thema gekoppeld": (_gepubliceerd, lambda p: _koppel(p), {PRODUCT}),
    "kanaal van een product": (_gepubliceerd, lambda p: f.KanaalFactory(product=p), {PRODUCT}),
    "kanaal verwijderd": (
        lambda: f.KanaalFactory(product=_gepubliceerd()),
        lambda kanaal: kanaal.delete(),
        {PRODUCT},
    ),
    "geplande tekst": (
        _gepubliceerd,
        lambda p: f.TekstversieFactory(product=p, vanaf=timezone.now() + timedelta(days=3), verwerkt=False),
        {PRODUCT},
    ),
    "geplande tekst ingetrokken": (
        lambda: f.TekstversieFactory(product=_gepubliceerd(), gepland=True),
        lambda versie: versie.delete(),
        {PRODUCT},
    ),
    "live tekst gecorrigeerd": (
        _gepubliceerd,
        lambda p: f.TekstversieFactory(product=p, vanaf=timezone.now()),
        {PRODUCT},
    ),
    "lokale versie gepubliceerd": (
        lambda: f.LokaleVersieFactory(
            product=_gepubliceerd(),
            gemeente=f.GemeenteFactory(slug="sliedrecht"),
            wijkt_af={"kosten": "Gratis."},
        ),
        f.publiceer,
        {LOKAAL},
    ),
    "lokale versie van publicatie gehaald": (_lokaal, lambda v: v.unpublish(), {LOKAAL}),
    "lokale versie verwijderd": (_lokaal, lambda v: v.delete(), {LOKAAL}),
    "lokale versies in een keer verwijderd": (
        _lokaal,
        lambda v: models.LokaleVersie.objects.filter(pk=v.pk).delete(),
        {LOKAAL},
    ),
    "afwijking door een script verwijderd": (_lokaal, lambda v: v.afwijkingen.get().delete(), {LOKAAL}),
    "afwijking door een script gewijzigd": (
        _lokaal,
        lambda v: _verander(models.Afwijking.objects.get(versie=v), tekst="Anders.").save(),
        {LOKAAL},
    ),
    "lokaal kanaal": (_lokaal, lambda v: f.LokaalKanaalFactory(versie=v), {LOKAAL}),
    "herziening": (
        _lokaal,
        lambda v: f.HerzieningFactory(product=v.product, gemeente=v.gemeente, veld="kosten"),
        {LOKAAL},
    ),
    "gegeven nieuw": (
        lambda: None,
        lambda _: f.GegevenFactory(sleutel="termijn"),
        {("feit", "gegeven:termijn", "")},
    ),
    "gegeven van een gemeente gewijzigd": (
        lambda: f.GegevenFactory(sleutel="termijn", gemeente=f.GemeenteFactory(slug="sliedrecht")),
        lambda feit: _verander(feit, waarde="4 weken").save(),
        {("feit", "gegeven:termijn", "sliedrecht")},
    ),
    "gegeven hernoemd": (
        lambda: f.GegevenFactory(sleutel="termijn"),
        lambda feit: _verander(feit, sleutel="looptijd").save(),
        {("feit", "gegeven:termijn", ""), ("feit", "gegeven:looptijd", "")},
    ),
    "tarief gewijzigd": (
        lambda: f.TariefFactory(sleutel="pas", groep="passen"),
        lambda feit: _verander(feit, bedrag=Decimal("1.00")).save(),
        {("feit", "tarief:pas", ""), ("feit", "tarieven:passen", "")},
    ),
    "tarieven in een keer verwijderd": (
        lambda: f.TariefFactory(sleutel="pas", groep="passen"),
        lambda feit: models.Tarief.objects.all().delete(),
        {("feit", "tarief:pas", ""), ("feit", "tarieven:passen", "")},
    ),
    "contactpunt": (lambda: None, lambda _: f.ContactpuntFactory(), {GEMEENTE}),
    "contactpunt van een gemeente": (
        lambda: f.GemeenteFactory(slug="sliedrecht"),
        lambda gemeente: f.ContactpuntFactory(gemeente=gemeente),
        {("gemeente", "", "sliedrecht")},
    ),
    "locatie": (lambda: f.LocatieFactory(), lambda locatie: locatie.delete(), {GEMEENTE}),
    "openingstijd": (
        lambda: f.LocatieFactory(),
        lambda locatie: models.Openingstijd(locatie=locatie, dag=Dag.MA, van=time(9), tot=time(17)).save(),
        {GEMEENTE},
    ),
    "mededeling": (lambda: None, lambda _: f.MededelingFactory(), {GEMEENTE}),
    "mededeling verwijderd": (lambda: f.MededelingFactory(), lambda m: m.delete(), {GEMEENTE}),
    "thema": (lambda: f.ThemaFactory(), lambda thema: _verander(thema, naam="Anders").save(), {GEMEENTE}),
    "thema verwijderd dat een product heeft": (
        lambda: _met_thema(),
        lambda product: models.Thema.objects.get().delete(),
        {GEMEENTE, PRODUCT},
    ),
    "themas in een keer verwijderd": (
        lambda: _met_thema(),
        lambda product: models.Thema.objects.all().delete(),
        {GEMEENTE, PRODUCT},
    ),
    "verwant product verwijderd": (
        lambda: f.ProductFactory(
            sleutel="paspoort", verwant=[f.ProductFactory(sleutel="foto")], gepubliceerd=True
        ),
        lambda product: models.Product.objects.get(sleutel="foto").delete(),
        {PRODUCT},
    ),
    "gemeente": (
        lambda: f.GemeenteFactory(slug="sliedrecht"),
        lambda gemeente: _verander(gemeente, telefoon="14 079").save(),
        {("gemeente", "", "sliedrecht"), ("alles", "", "sliedrecht")},
    ),
    "regio": (
        lambda: f.RegioFactory(),
        lambda regio: _verander(regio, telefoon="14 079").save(),
        {("gemeente", "", "regio"), ("alles", "", "regio")},
    ),
    "regio met een andere naam": (
        lambda: f.RegioFactory(),
        lambda regio: _verander(regio, naam="Waardlanden").save(),
        {("gemeente", "", "regio"), ("alles", "", "regio"), GEMEENTE},
    ),
    "regio met een eerste naam": (
        lambda: None,
        lambda _: f.RegioFactory(),
        {("gemeente", "", "regio"), GEMEENTE},
    ),
    "regio verwijderd": (lambda: f.RegioFactory(), lambda regio: regio.delete(), {GEMEENTE}),
}

NIET: dict[str, tuple[Callable[[], object], Callable[[object], object]]] = {
    "nieuw concept": (lambda: None, lambda _: f.ProductFactory(sleutel="paspoort")),
    "concept bij een gepubliceerd product": (
        _gepubliceerd,
        lambda p: _verander(p, kosten="Geheim nog.").save_revision(),
    ),
    "automatisch bewaard concept": (
        _gepubliceerd,
        lambda p: _verander(p, kosten="Geheim nog.").save_revision(clean=False),
    ),
    "slot op een product": (
        _gepubliceerd,
        lambda p: _verander(p, locked=True).save(update_fields=["locked", "locked_at", "locked_by"]),
    ),
    "concept van een lokale versie": (
        _lokaal,
        lambda v: _verander(v, toelichting="Nog niet.").save_revision(),
    ),
    "concept verwijderd": (lambda: f.ProductFactory(sleutel="paspoort"), lambda p: p.delete()),
    "kanaal van een concept": (lambda: f.ProductFactory(), lambda p: f.KanaalFactory(product=p)),
    "boekhouding van een tekst": (
        lambda: f.TekstversieFactory(product=_gepubliceerd(), gepland=True),
        lambda versie: _verander(versie, verwerkt=True).save(update_fields=["verwerkt"]),
    ),
    "synoniem": (lambda: None, lambda _: f.SynoniemFactory()),
}


def _koppel(product):
    product.themas.add(f.ThemaFactory())
    product.save()


def _met_thema() -> models.Product:
    return f.ProductFactory(sleutel="paspoort", themas=[f.ThemaFactory()], gepubliceerd=True)


def _vastgelegd() -> set[tuple[str, str, str]]:
    return set(models.Wijziging.objects.values_list("soort", "sleutel", "gemeente"))


@pytest.mark.parametrize("naam", WEL)
def test_wat_een_lezer_kan_merken_legt_een_wijziging_vast(naam):
    begin, gebeurtenis, verwacht = WEL[naam]
    ding = begin()
    models.Wijziging.objects.all().delete()
    gebeurtenis(ding)
    assert verwacht <= _vastgelegd()


@pytest.mark.parametrize("naam", NIET)
def test_wat_geen_lezer_kan_merken_legt_niets_vast(naam):
    begin, gebeurtenis = NIET[naam]
    ding = begin()
    models.Wijziging.objects.all().delete()
    gebeurtenis(ding)
    assert _vastgelegd() == set()


def test_een_ander_telefoonnummer_van_de_regio_is_niet_voor_alle_gemeenten():
    regio = f.RegioFactory()
    models.Wijziging.objects.all().delete()
    _verander(regio, telefoon="14 079").save()
    assert _vastgelegd() == {("gemeente", "", "regio"), ("alles", "", "regio")}


def test_een_thema_weg_is_geen_wijziging_van_een_product_zonder_dat_thema_of_zonder_publicatie():
    thema = f.ThemaFactory()
    f.ProductFactory(sleutel="foto", themas=[f.ThemaFactory()], gepubliceerd=True)
    f.ProductFactory(sleutel="kaart", themas=[thema])
    models.Wijziging.objects.all().delete()
    thema.delete()
    assert _vastgelegd() == {GEMEENTE}


@pytest.mark.parametrize("naam", WEL)
def test_wat_wordt_teruggedraaid_laat_geen_wijziging_achter(naam):
    """A kill inside the transaction leaves neither the change nor the row."""
    begin, gebeurtenis, _ = WEL[naam]
    ding = begin()
    models.Wijziging.objects.all().delete()

    with transaction.atomic():
        gebeurtenis(ding)
        transaction.set_rollback(True)
    assert _vastgelegd() == set()
