"""Bringing the screens in step, next to others who do so too or write a draft, and past a product that cannot."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from redactie import bewerkscherm
from redactie.bewerkscherm import breng_alles_in_stap, breng_in_stap
from redactie.models import Product, Tekstversie
from tests.factories import ContactpuntFactory, ProductFactory, TekstversieFactory

EVEN = 0.5
"""Seconds in which the other certainly comes to wait, where he waits at all."""


def ingegaan(sleutel: str) -> Product:
    """A product with a text that came into force a moment ago, and that the screens do not show yet."""
    product = ProductFactory(sleutel=sleutel, gepubliceerd=True, termijn="Na 5 werkdagen.")
    TekstversieFactory(
        product=product,
        veld="termijn",
        tekst="Na 3 werkdagen.",
        vanaf=timezone.now() - timedelta(milliseconds=1),
        verwerkt=False,
    )
    return Product.objects.get(pk=product.pk)


@pytest.fixture
def kapot(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    """Let every product with the key `kapot` fail in this way."""

    def breek(fout: Exception) -> None:
        echt = bewerkscherm._werk_schermen_bij

        def werk_bij(rij: Product, *args: Any) -> None:
            if rij.sleutel == "kapot":
                raise fout
            echt(rij, *args)

        monkeypatch.setattr(bewerkscherm, "_werk_schermen_bij", werk_bij)
        monkeypatch.setattr(bewerkscherm, "_gemeld", {})

    return breek


@pytest.mark.django_db
class TestAlles:
    def test_een_product_dat_niet_gaat_houdt_de_andere_niet_op(self, kapot) -> None:
        ingegaan("kapot"), ingegaan("paspoort")
        kapot(ValueError("onleesbaar"))
        assert breng_alles_in_stap() == 1
        assert Product.objects.get(sleutel="paspoort").termijn == "Na 3 werkdagen."
        assert Tekstversie.objects.get(verwerkt=False).product.sleutel == "kapot"

    def test_welk_product_het_is_staat_een_keer_in_de_log_en_niet_elke_ronde(self, kapot, caplog) -> None:
        ingegaan("kapot")
        kapot(ValueError("onleesbaar"))
        for _ in range(3):
            breng_alles_in_stap()
        (regel,) = [lid for lid in caplog.records if lid.name == "redactie.bewerkscherm"]
        assert "kapot" in regel.getMessage()

    def test_een_fout_van_de_verbinding_is_voor_de_lus(self, kapot) -> None:
        ingegaan("kapot")
        kapot(OperationalError("server closed the connection"))
        with pytest.raises(OperationalError):
            breng_alles_in_stap()

    def test_een_concept_dat_iets_noemt_dat_weg_is_gaat_gewoon_mee(self) -> None:
        product, eigenaar = ingegaan("paspoort"), ContactpuntFactory()
        product.eigenaar = eigenaar
        product.save_revision()
        eigenaar.delete()
        assert breng_alles_in_stap() == 1
        concept = Product.objects.get().get_latest_revision_as_object()
        assert (concept.termijn, concept.eigenaar) == ("Na 3 werkdagen.", None)


def in_een_ander_proces(doe: Callable[[], object]) -> threading.Thread:
    def draai() -> None:
        try:
            doe()
        finally:
            connection.close()

    draad = threading.Thread(target=draai, daemon=True)
    draad.start()
    return draad


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgres
class TestNaastElkaar:
    def test_een_concept_dat_iemand_intussen_bewaart_blijft_het_nieuwste(self, monkeypatch) -> None:
        product = ingegaan("paspoort")
        redacteur: list[threading.Thread] = []
        echt = bewerkscherm.neem_over

        def bewaar() -> None:
            zelfde = Product.objects.get()
            zelfde.aanpak = "Van de redacteur."
            zelfde.save_revision()

        def tussendoor(*args: Any, **kwargs: Any) -> None:
            if not redacteur:
                redacteur.append(in_een_ander_proces(bewaar))
                redacteur[0].join(EVEN)
            echt(*args, **kwargs)

        monkeypatch.setattr(bewerkscherm, "neem_over", tussendoor)
        breng_in_stap(product=product)
        redacteur[0].join(20)
        nu = Product.objects.get()
        assert nu.has_unpublished_changes
        assert nu.get_latest_revision_as_object().aanpak == "Van de redacteur."
        assert nu.termijn == "Na 3 werkdagen."

    def test_wat_een_ander_al_deed_wordt_niet_nog_eens_gedaan(self, monkeypatch) -> None:
        """Both saw the text; the second waits, and then finds nothing left to do."""
        product = ingegaan("paspoort")
        ander: list[threading.Thread] = []
        gedaan: list[list[Any]] = []
        echt = bewerkscherm.neem_over

        def tussendoor(*args: Any, **kwargs: Any) -> None:
            if not ander:
                zelfde = Product.objects.get()
                ander.append(in_een_ander_proces(lambda: gedaan.append(breng_in_stap(product=zelfde))))
                ander[0].join(EVEN)
            echt(*args, **kwargs)

        monkeypatch.setattr(bewerkscherm, "neem_over", tussendoor)
        assert breng_in_stap(product=product) == ["termijn"]
        ander[0].join(20)
        assert gedaan == [[]]

    def test_een_kind_van_een_product_kan_er_intussen_wel_bij(self, monkeypatch) -> None:
        """The row is not locked for its key: who plans another text does not wait."""
        product = ingegaan("paspoort")
        echt = bewerkscherm.neem_over
        klaar: list[bool] = []

        def tussendoor(*args: Any, **kwargs: Any) -> None:
            if not klaar:
                draad = in_een_ander_proces(lambda: TekstversieFactory(product=product, gepland=True))
                draad.join(5)
                klaar.append(not draad.is_alive())
            echt(*args, **kwargs)

        monkeypatch.setattr(bewerkscherm, "neem_over", tussendoor)
        breng_in_stap(product=product)
        assert klaar == [True]


@pytest.mark.django_db
def test_een_product_dat_intussen_weg_is_geeft_niets() -> None:
    product = ingegaan("paspoort")
    sleutel, rijen = product.pk, bewerkscherm._onverwerkt(product)
    Product.objects.get(pk=sleutel).delete()
    assert not rijen.exists()
    assert breng_in_stap(product=product) == []
