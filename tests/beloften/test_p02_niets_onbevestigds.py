"""P2: nothing uncommitted and no draft leaves: not to a target, not in the pull feed, not into what is kept."""

from __future__ import annotations

import random

import pytest
from django.db import transaction

from sync.adem import Adem
from sync.canoniek import canoniek, hash_van
from sync.models import Inhoud, Uitgave
from sync.stroom import geef_nummers, lees_na
from tests import ontvangers as o
from tests.factories import LokaleVersieFactory, ProductFactory, publiceer
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import bezorg_alles, doel_voor

pytestmark = pytest.mark.django_db
KANARIE = "Kanariegeel"


@pytest.fixture
def ontvanger(regio, tmp_path, settings):
    settings.ANTWOORD_PRIVE_DOELEN = True
    geheim = o.nieuw_geheim()
    ontvanger = o.Onthoudt(o.opslag_in(tmp_path), [geheim])
    with o.draai(ontvanger) as adres:
        doel_voor("sliedrecht", adres, geheim)
        yield ontvanger


@pytest.fixture
def producten(ontvanger):
    gemaakt = [ProductFactory(sleutel=f"product-{nummer}", gepubliceerd=True) for nummer in range(4)]
    plan_alles()
    bezorg_alles()
    return gemaakt


def alles_weg() -> None:
    plan_alles()
    bezorg_alles()
    while geef_nummers(Adem(rust=False)):
        pass


def gelekt(ontvanger) -> list[str]:
    """Where the word stands that nobody committed for the public."""
    stroom = [rij.publieke_inhoud for rij in lees_na(None, meest=1000).rijen]
    plaatsen = {
        "doel": str(ontvanger.gekomen),
        "stroom": " ".join(inhoud.json for inhoud in stroom if inhoud is not None),
        "bewaard": " ".join(Inhoud.objects.values_list("json", flat=True)),
    }
    return [naam for naam, tekst in plaatsen.items() if KANARIE in tekst]


def niet_vastgelegd(ontvanger) -> list[dict]:
    """What the target saw of which no version with that hash was ever committed, or whose hash is not its own."""
    vast = set(
        Uitgave.objects.filter(publicatie__bereik="sliedrecht").values_list(
            "publicatie__documentsoort", "publicatie__sleutel", "publieke_versie", "publieke_inhoud_id"
        )
    )
    return [
        lid
        for lid in ontvanger.gekomen
        if (lid["documentsoort"], lid["sleutel"], lid["versie"], lid["hash"] or None) not in vast
        or (lid["inhoud"] is not None and hash_van(canoniek(lid["inhoud"])) != lid["hash"])
    ]


def breek_af(product, tekst: str, *, te_vroeg: bool) -> None:
    """Publish and plan, and take it all back. `te_vroeg`: deliver before it is certain."""
    with transaction.atomic():
        product.termijn = tekst
        publiceer(product)
        plan_alles()
        if te_vroeg:
            bezorg_alles()
        transaction.set_rollback(True)
    product.refresh_from_db()


def test_wat_wordt_teruggedraaid_gaat_nergens_heen(ontvanger, producten):
    gekomen = len(ontvanger.gekomen)
    breek_af(producten[0], f"{KANARIE} duurt het.", te_vroeg=False)
    alles_weg()
    assert gelekt(ontvanger) == []
    assert len(ontvanger.gekomen) == gekomen


def test_leveren_voor_het_vastligt_wordt_gemerkt(ontvanger, producten):
    """The broken variant: deliver inside the transaction."""
    breek_af(producten[0], f"{KANARIE} duurt het.", te_vroeg=True)
    assert "doel" in gelekt(ontvanger)
    assert niet_vastgelegd(ontvanger) != []


def test_geen_concept_en_niets_interns_gaat_naar_buiten(ontvanger, producten, sliedrecht):
    nieuw, eigen, intern, lokaal = producten
    nieuw.termijn = f"{KANARIE} in een concept van een tekst die live is."
    nieuw.save_revision()
    ProductFactory(sleutel="nooit", termijn=f"{KANARIE} in een tekst die nooit live was.").save_revision()
    versie = LokaleVersieFactory(
        product=lokaal, gemeente=sliedrecht, wijkt_af={"termijn": "Bij ons een week."}, gepubliceerd=True
    )
    versie.toelichting = f"{KANARIE} in een concept van de gemeente."
    versie.save_revision()
    LokaleVersieFactory(product=eigen, gemeente=sliedrecht, wijkt_af={"termijn": f"{KANARIE} lokaal."})
    alles_weg()
    assert gelekt(ontvanger) == []
    intern.interne_toelichting = f"{KANARIE}, alleen voor de balie."
    publiceer(intern)
    alles_weg()
    # Kept for the desk, and nowhere else.
    assert gelekt(ontvanger) == ["bewaard"]
    assert all(
        KANARIE not in uitgave.publieke_inhoud.json
        for uitgave in Uitgave.objects.filter(publieke_inhoud__isnull=False).select_related("publieke_inhoud")
    )


def test_wat_wel_gepubliceerd_is_wordt_op_elke_plaats_gevonden(ontvanger, producten):
    """The control: this is how a leak would look."""
    product = producten[0]
    product.termijn = f"{KANARIE} duurt het."
    publiceer(product)
    alles_weg()
    assert gelekt(ontvanger) == ["doel", "stroom", "bewaard"]


@pytest.mark.parametrize("zaad", [1, 2])
def test_alles_wat_een_doel_ooit_zag_is_ooit_vastgelegd(ontvanger, producten, zaad):
    kans = random.Random(zaad)
    for nummer in range(12):
        product = kans.choice(producten)
        product.refresh_from_db()
        wat = kans.choice(["publiceer", "concept", "breek af", "trek in"])
        if wat == "breek af":
            breek_af(product, f"{KANARIE} {nummer}.", te_vroeg=False)
        elif wat == "trek in":
            product.unpublish()
        else:
            product.termijn = f"Na {nummer} dagen." if wat == "publiceer" else f"{KANARIE} {nummer}."
            (publiceer if wat == "publiceer" else type(product).save_revision)(product)
        if kans.random() < 0.6:
            alles_weg()
    alles_weg()
    assert len(ontvanger.gekomen) > 5
    assert niet_vastgelegd(ontvanger) == []
    assert gelekt(ontvanger) == []
