"""P20: of any text that was delivered it can be shown what it was, who made it so, of what, and who took it when."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.log_actions import log

from redactie.keuzes import Rol
from redactie.models import LokaleVersie, Product, Tarief
from redactie.persoonsnaam import persoonsnaam
from redactie.weergave import PubliekeWeergave
from sync import maken
from sync.canoniek import canoniek, hash_van
from sync.models import Inhoud, Ontvangst, Publicatie, Uitgave
from sync.nagemaakt import maak_na
from sync.verantwoording import Verantwoording, verantwoord
from sync.verleden import uitgave_bij
from sync.wisselen import wissel_index
from tests import ontvangers as o
from tests.factories import GebruikerFactory, LokaleVersieFactory, ProductFactory, TariefFactory, publiceer
from tests.sync.conftest import plan_alles, ronde
from tests.sync.doelproef import doel_voor

pytestmark = pytest.mark.django_db
SLEUTELS = tuple(f"product-{nummer}" for nummer in range(8))
GEMEENTEN = ("sliedrecht", "dordrecht")
KOSTEN = "U betaalt {tarief:paspoort}."


@dataclass
class Verhaal:
    """What happened, kept beside the system. `wie`: Uitgave → who made the change that it came of."""

    ontvangers: dict[str, o.Onthoudt]
    toeval: random.Random = field(default_factory=lambda: random.Random(20))
    wie: dict[int, Any] = field(default_factory=dict)
    centraal: Any = None
    lokaal: dict[str, Any] = field(default_factory=dict)

    def doe(self, nummer: int) -> None:
        sleutel = self.toeval.choice(SLEUTELS)
        if nummer % 5 == 4:
            self._gemeente(sleutel, self.toeval.choice(GEMEENTEN), nummer)
        elif nummer == 7:
            self._bedrag()
        else:
            self._regio(sleutel, nummer)

    def breng(self, door: Any) -> None:
        bekend = set(Uitgave.objects.values_list("pk", flat=True))
        ronde()
        for pk in Uitgave.objects.exclude(pk__in=bekend).values_list("pk", flat=True):
            self.wie[pk] = door

    def _regio(self, sleutel: str, nummer: int) -> None:
        product = Product.objects.get(sleutel=sleutel)
        product.termijn, product.toelichting = f"Na {nummer} dagen.", f"Reden {nummer}."
        publiceer(product, self.centraal)
        self.breng(self.centraal)

    def _gemeente(self, sleutel: str, slug: str, nummer: int) -> None:
        versie = LokaleVersie.objects.get(product__sleutel=sleutel, gemeente__slug=slug)
        versie.trefwoorden = [f"woord {nummer}"]
        publiceer(versie, self.lokaal[slug])
        self.breng(self.lokaal[slug])

    def _bedrag(self) -> None:
        """Another amount from another day: the old row stays as it was. And one that is corrected in place."""
        tarief = Tarief.objects.get(sleutel="paspoort")
        tarief.bedrag = Decimal("84.10")
        tarief.save()
        log(instance=tarief, action="wagtail.edit", user=self.centraal)
        self.breng(self.centraal)


@pytest.fixture
def verhaal(regio: Any, machine: Any, tmp_path: Any, settings: Any) -> Iterator[Verhaal]:
    settings.ANTWOORD_PRIVE_DOELEN = True
    geheim = o.nieuw_geheim()
    ontvangers = {slug: o.Onthoudt(o.opslag_in(tmp_path), [geheim]) for slug in GEMEENTEN}
    verhaal = Verhaal(ontvangers)
    verhaal.centraal = GebruikerFactory(rol=Rol.CENTRAAL, first_name="Karin", last_name="Bos")
    TariefFactory(sleutel="paspoort", groep="", geldig_van=date(2026, 1, 1))
    with o.draai(ontvangers["sliedrecht"]) as een, o.draai(ontvangers["dordrecht"]) as twee:
        for slug, adres in zip(GEMEENTEN, (een, twee), strict=True):
            doel_voor(slug, adres, geheim)
        for sleutel in SLEUTELS:
            product = ProductFactory(sleutel=sleutel, kosten=KOSTEN if sleutel < "product-3" else "Gratis.")
            publiceer(product, verhaal.centraal)
        verhaal.breng(verhaal.centraal)
        wissel_index()
        for slug in GEMEENTEN:
            gemeente = Publicatie.objects.get(bereik=slug, documentsoort="gemeente")
            verhaal.lokaal[slug] = GebruikerFactory(
                rol=Rol.PUBLICIST, gemeente=_gemeente(gemeente.bereik), first_name=slug.title()
            )
            for sleutel in SLEUTELS:
                versie = LokaleVersieFactory(
                    product=Product.objects.get(sleutel=sleutel),
                    gemeente=_gemeente(slug),
                    wijkt_af={"aanpak": ("erna", f"In {slug} ook op zaterdag.")},
                )
                publiceer(versie, verhaal.lokaal[slug])
            verhaal.breng(verhaal.lokaal[slug])
        for nummer in range(12):
            verhaal.doe(nummer)
        yield verhaal


def _gemeente(slug: str) -> Any:
    from redactie.models import Gemeente

    return Gemeente.objects.get(slug=slug)


def steekproef(aantal: int = 100) -> list[Ontvangst]:
    """Deliveries of so many hashes, of whatever target."""
    per_hash = {rij.hash: rij for rij in Ontvangst.objects.exclude(hash="").order_by("pk")}
    assert len(per_hash) >= aantal
    return random.Random(7).sample(sorted(per_hash.values(), key=lambda rij: rij.pk), aantal)


def niet_bewaard(verhaal: Verhaal) -> list[str]:
    """Delivered hashes of which what was kept is not, byte for byte, what went out."""
    gekomen = {
        document["hash"]: canoniek(document["inhoud"])
        for ontvanger in verhaal.ontvangers.values()
        for document in ontvanger.gekomen
    }
    mist = []
    for rij in steekproef():
        inhoud = Inhoud.objects.filter(pk=rij.hash).first()
        json = inhoud.json if inhoud is not None else ""
        if sha256(json.encode()).hexdigest() != rij.hash or gekomen.get(rij.hash, json) != json:
            mist.append(rij.hash)
    return mist


def niet_na_te_maken() -> list[tuple[int, str]]:
    """Versions of products that do not come out the same, with why."""
    uitgaven = {uitgave.pk: uitgave for uitgave in map(uitgave_bij, steekproef())}
    producten = [uitgave for uitgave in uitgaven.values() if uitgave.publicatie.documentsoort == "product"]
    nagemaakt = {uitgave.pk: maak_na(uitgave) for uitgave in producten}
    return [(pk, lid.waarom) for pk, lid in nagemaakt.items() if not lid.gelijk]


def niet_verantwoord(verhaal: Verhaal) -> list[str]:
    """What cannot be said of a delivered version: who, of what, or who took it when."""
    mist = []
    for rij in steekproef():
        uitgave = uitgave_bij(rij)
        if uitgave.publicatie.documentsoort != "product":
            continue
        bij = verantwoord([uitgave], rij.op, verhaal.centraal)[uitgave.pk]
        if persoonsnaam(verhaal.wie[uitgave.pk]) not in _namen(bij):
            mist.append(f"wie maakte {uitgave}")
        if not bij.revisies or not bij.bronteksten:
            mist.append(f"waarvan is {uitgave} gemaakt")
        if (rij.doel_naam, rij.versie, rij.op) not in {
            (b.doel, b.versie, b.op) for b in bij.bevestigd if b.deze
        }:
            mist.append(f"wanneer nam {rij.doel_naam} {uitgave}")
    return mist


def _namen(bij: Verantwoording) -> set[str]:
    return {
        *(naam for _, _, naam, _ in bij.revisies),
        *(tekst.wie for tekst in bij.bronteksten),
        *(verandering.wie for verandering in bij.veranderingen),
    }


def test_van_honderd_geleverde_hashes_is_alles_te_zeggen(verhaal: Verhaal) -> None:
    assert any(rij.doel_naam.startswith("website") for rij in steekproef())
    assert niet_bewaard(verhaal) == []
    assert niet_verantwoord(verhaal) == []
    anders = niet_na_te_maken()
    # Only what named the amount before it was corrected.
    assert {waarom for _, waarom in anders} == {"het feit tarief:paspoort is daarna veranderd"}
    for pk, _ in anders:
        (feit,) = Uitgave.objects.get(pk=pk).bronnen["feiten"]
        assert (feit["token"], feit["waarde"]) == ("tarief:paspoort", "€ 83,87")
    # The broken variants: a kept content that was touched, and sources that were not written.
    hash_ = steekproef()[0].hash
    Inhoud.objects.filter(pk=hash_).update(json='{"anders":true}')
    assert niet_bewaard(verhaal) == [hash_]
    Uitgave.objects.update(bronnen={"maker": maken.MAKER})
    assert {waarom for _, waarom in niet_na_te_maken()} == {"de revisie van het product is er niet meer"}
    assert any(regel.startswith("waarvan is") for regel in niet_verantwoord(verhaal))


def test_met_een_andere_opmaak_of_zonder_bron_wordt_dat_gezegd(regio: Any) -> None:
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    uitgave = Uitgave.objects.filter(publicatie__sleutel="paspoort").last()
    assert maak_na(uitgave).gelijk
    uitgave.bronnen |= {"maker": "2"}
    assert maak_na(uitgave).waarom == f"gemaakt met een andere opmaak (2, nu {maken.MAKER})"
    uitgave.bronnen |= {"maker": maken.MAKER}
    product.delete()
    # With a product its revisions go; what was kept of it stays.
    assert maak_na(uitgave).waarom == "de revisie van het product is er niet meer"
    assert hash_van(uitgave.publieke_inhoud.json) == uitgave.publieke_inhoud_id


def steek(aantal: int = 30) -> tuple[str, int]:
    uit = io.StringIO()
    try:
        call_command("controleer_bewaard", f"--aantal={aantal}", stdout=uit, stderr=io.StringIO())
    except SystemExit as klaar:
        return uit.getvalue(), int(str(klaar.code))
    return uit.getvalue(), 0


def test_de_steekproef_zegt_hoeveel_goed_is_en_wat_niet(regio: Any, machine: Any) -> None:
    assert steek() == ("Er is nog niets geleverd.\n", 0)
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    ronde()
    assert steek() == ("30 zijn bewaard en komen gelijk uit hun bronnen\n", 0)
    Inhoud.objects.update(json="{}")
    assert steek() == ("! 30 zijn niet bewaard zoals zij geleverd werden\n", 1)
    Uitgave.objects.all().delete()
    assert steek() == ("30 zijn voorbij de bewaartermijn\n", 0)


def test_een_andere_tekst_uit_dezelfde_bronnen_valt_op(
    regio: Any, machine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    ronde()
    echt = PubliekeWeergave.als_json
    monkeypatch.setattr(PubliekeWeergave, "als_json", lambda zelf: echt(zelf) | {"trefwoorden": ["ander"]})
    assert steek() == ("! 30 zijn bewaard, en van hun bronnen komt nu een andere tekst\n", 1)
