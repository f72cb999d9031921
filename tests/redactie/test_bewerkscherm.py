"""Bringing the screens in step, past a product that cannot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.utils import timezone

from redactie import bewerkscherm
from redactie.bewerkscherm import breng_alles_in_stap
from redactie.models import Product, Tekstversie
from tests.factories import ContactpuntFactory, ProductFactory, TekstversieFactory


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
