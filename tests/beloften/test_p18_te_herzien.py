"""P18: a changed central field flags every deviation that was built on the old text, and only those.

Beside it an oracle that reads no time line: per deviation the text it was last judged against, and whether it waits.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from redactie import te_herzien as module
from redactie.bronnen import HerzieningBron
from redactie.herzien import beslis, te_herzien
from redactie.keuzes import AfwijkingWijze, Besluit, Klasse
from redactie.models import LokaleVersie, Product
from redactie.te_herzien import te_herzien_van
from redactie.veld import Veld
from sync.models import Documentsoort, Publicatie
from tests.factories import GemeenteFactory, LokaleVersieFactory, ProductFactory, publiceer
from tests.redactie.bouw import NU, VROEGER, afwijking, product, versie
from tests.sync.conftest import plan_alles

VELDEN = (Veld.KOSTEN, Veld.TERMIJN, Veld.AANPAK, Veld.INTERNE_TOELICHTING)
TEKSTEN = ("U betaalt vooraf.", "U betaalt achteraf.", "U betaalt niets.", "*U betaalt* niets.")
ZELFDE = {0: " U betaalt   vooraf.\n", 3: "_U betaalt_ niets."}
"""Number of a text → another way of writing it, that says the same."""
Plek = tuple[str, str, str]


@dataclass
class Orakel:
    """place → number of the text it was judged against, and those that wait. `nu`: product and field → its text."""

    nu: dict[tuple[str, str], int] = field(default_factory=dict)
    beoordeeld: dict[Plek, int] = field(default_factory=dict)
    wacht: set[Plek] = field(default_factory=set)

    def verander(self, sleutel: str, veld: str, tekst: int, klasse: Klasse) -> None:
        if self.nu.get((sleutel, veld)) == tekst:
            return
        self.nu[sleutel, veld] = tekst
        for plek, was in self.beoordeeld.items():
            if plek[1:] != (sleutel, veld):
                continue
            if was == tekst:
                self.wacht.discard(plek)
            elif klasse is not Klasse.COSMETISCH:
                self.wacht.add(plek)

    def beslis(self, plek: Plek) -> None:
        self.beoordeeld[plek] = self.nu[plek[1:]]
        self.wacht.discard(plek)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(VELDEN),
            st.integers(0, 3),
            st.sampled_from([Klasse.INHOUDELIJK, Klasse.COSMETISCH, Klasse.SPOED]),
            st.booleans(),
            st.frozensets(st.tuples(st.integers(0, 5), st.sampled_from(VELDEN)), max_size=4),
        ),
        min_size=1,
        max_size=12,
    ),
    st.frozensets(st.tuples(st.integers(0, 5), st.sampled_from(VELDEN)), min_size=1),
)
def test_precies_wie_op_een_oude_tekst_bouwde_wacht(stappen, wijkt_af) -> None:
    """Each step changes one field, and then some municipalities decide."""
    orakel, versies, besluiten = Orakel(), [], {}
    for nummer, veld in enumerate(VELDEN, start=1):
        versies.append(versie(veld, TEKSTEN[0], id=nummer))
        orakel.nu["p", veld] = 0
    bases = {veld: nummer for nummer, veld in enumerate(VELDEN, start=1)}
    for gemeente, veld in wijkt_af:
        orakel.beoordeeld[str(gemeente), "p", veld] = 0
    for keer, (veld, tekst, klasse, anders_geschreven, wie) in enumerate(stappen, start=1):
        geschreven = ZELFDE.get(tekst, TEKSTEN[tekst]) if anders_geschreven else TEKSTEN[tekst]
        if orakel.nu["p", veld] != tekst:
            moment = VROEGER + timedelta(days=keer)
            versies.append(versie(veld, geschreven, id=100 + keer, vanaf=moment, klasse=klasse))
        orakel.verander("p", veld, tekst, klasse)
        centraal = product(tekstversies=tuple(versies))
        for gemeente, eigen in wie & wijkt_af:
            nu = centraal.tekst_op(eigen, NU)
            besluiten.setdefault((gemeente, eigen), []).append(HerzieningBron(nu.id, Besluit.HOUDEN, NU))
            orakel.beslis((str(gemeente), "p", eigen))
        gevonden = {
            (str(gemeente), "p", eigen)
            for gemeente, eigen in wijkt_af
            if te_herzien_van(
                centraal,
                afwijking(
                    eigen,
                    AfwijkingWijze.ERVOOR,
                    "Eigen.",
                    basis=bases[eigen],
                    herzieningen=tuple(besluiten.get((gemeente, eigen), ())),
                ),
                NU,
            )
        }
        assert gevonden == orakel.wacht


class Wandeling:
    """Five municipalities that deviate from two products here and there; the centre edits, they decide."""

    def __init__(self, zaad: int) -> None:
        self.toeval = random.Random(zaad)
        self.orakel = Orakel()
        gemeenten = [GemeenteFactory(slug=f"gemeente-{nummer}") for nummer in range(5)]
        for sleutel in ("paspoort", "rijbewijs"):
            ding = ProductFactory(
                sleutel=sleutel, gepubliceerd=True, **{str(veld): TEKSTEN[0] for veld in VELDEN}
            )
            for gemeente in gemeenten:
                velden = self.toeval.sample(VELDEN, self.toeval.randint(0, 3))
                wijkt_af = {str(veld): (AfwijkingWijze.ERNA, f"Ook {veld} hier.") for veld in velden}
                LokaleVersieFactory(product=ding, gemeente=gemeente, gepubliceerd=True, wijkt_af=wijkt_af)
                for veld in velden:
                    self.orakel.beoordeeld[gemeente.slug, sleutel, str(veld)] = 0
            for veld in VELDEN:
                self.orakel.nu[sleutel, str(veld)] = 0

    def stappen(self, aantal: int) -> Iterator[None]:
        for nummer in range(aantal):
            if nummer % 3 == 2 and self.orakel.wacht:
                self._beslis(self.toeval.choice(sorted(self.orakel.wacht)))
            else:
                self._verander()
            yield

    def _verander(self) -> None:
        sleutel = self.toeval.choice(("paspoort", "rijbewijs"))
        klasse = self.toeval.choice((Klasse.INHOUDELIJK, Klasse.INHOUDELIJK, Klasse.COSMETISCH))
        ding = Product.objects.get(sleutel=sleutel)
        ding.klasse, ding.toelichting = klasse, "Zo is het nu."
        for veld in self.toeval.sample(VELDEN, 2):
            tekst = self.toeval.randrange(len(TEKSTEN))
            setattr(ding, str(veld), TEKSTEN[tekst])
            self.orakel.verander(sleutel, str(veld), tekst, klasse)
        publiceer(ding)

    def _beslis(self, plek: Plek) -> None:
        slug, sleutel, veld = plek
        eigen = LokaleVersie.objects.get(gemeente__slug=slug, product__sleutel=sleutel)
        if self.toeval.random() < 0.3:
            morgen = timezone.localdate() + timedelta(days=1)
            beslis(versie=eigen, veld=Veld(veld), besluit=Besluit.LATER, later_op=morgen)
            return
        beslis(versie=eigen, veld=Veld(veld), besluit=Besluit.HOUDEN, reden="Zo doen wij het.")
        self.orakel.beslis(plek)


def in_het_cms() -> set[Plek]:
    versies = LokaleVersie.objects.select_related("gemeente", "product").prefetch_related("afwijkingen")
    per_pk = {lid.pk: lid for lid in versies}
    return {
        (per_pk[pk].gemeente.slug, per_pk[pk].product.sleutel, str(veld))
        for pk, waarom in te_herzien(list(per_pk.values())).items()
        for veld in waarom
    }


def aan_de_balie() -> set[Plek]:
    rijen = Publicatie.objects.filter(documentsoort=Documentsoort.PRODUCT).select_related("inhoud")
    return {
        (rij.bereik, rij.sleutel, lid["veld"])
        for rij in rijen
        for lid in rij.inhoud.als_dict()["herkomst"]
        if lid["te_herzien"]
    }


def klopt(zaad: int) -> bool:
    """At every step in the CMS, and at the end at the desk."""
    wandeling = Wandeling(zaad)
    ooit = 0
    for _ in wandeling.stappen(12):
        if in_het_cms() != wandeling.orakel.wacht:
            return False
        ooit += len(wandeling.orakel.wacht)
    plan_alles()
    assert ooit
    return aan_de_balie() == wandeling.orakel.wacht


@pytest.mark.django_db
def test_in_vijf_gemeenten_en_twee_producten_wacht_precies_wat_hoort() -> None:
    assert klopt(zaad=18)


def elke_andere_tekst(centraal, lid, op):
    """A broken judgement: whoever did not build on this very row waits."""
    nu = centraal.tekst_op(lid.veld, op)
    if nu is None or nu.id == lid.basis:
        return None
    return module.TeHerzien(nu.vanaf, nu.klasse, "", None, nu)


def vergeet_besluiten(centraal, lid, op):
    """A broken judgement: what was decided counts for nothing."""
    return te_herzien_van(centraal, module.AfwijkingBron(lid.veld, lid.wijze, basis=lid.basis), op)


@pytest.mark.django_db
@pytest.mark.parametrize("kapot", [elke_andere_tekst, vergeet_besluiten])
def test_wie_te_veel_laat_wachten_wordt_gemerkt(monkeypatch: pytest.MonkeyPatch, kapot) -> None:
    monkeypatch.setattr("redactie.herzien.te_herzien_van", kapot)
    assert not klopt(zaad=18)
