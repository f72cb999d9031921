"""No way past recording a change: which models record, what they refuse, and which tables go without a signal."""

from __future__ import annotations

import pytest
from django.apps import apps

from redactie import models
from redactie.models.wijziging import VastgelegdModel

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "model",
    [
        models.Product,
        models.LokaleVersie,
        models.Tarief,
        models.Gegeven,
        models.Contactpunt,
        models.Locatie,
        models.Openingstijd,
        models.Mededeling,
        models.Thema,
        models.Gemeente,
        models.Regio,
        models.Tekstversie,
        models.Herziening,
        models.Afwijking,
        models.Kanaal,
        models.LokaalKanaal,
    ],
)
def test_wegen_langs_save_worden_geweigerd(model):
    for weg in (
        lambda: model.objects.all().update(pk=1),
        lambda: model.objects.bulk_create([]),
        lambda: model.objects.bulk_update([], ["pk"]),
    ):
        with pytest.raises(TypeError, match="Wijziging"):
            weg()


def test_elk_model_dat_een_lezer_bereikt_staat_in_deze_test():
    vastgelegd = {
        model.__name__
        for model in apps.get_app_config("redactie").get_models()
        if issubclass(model, VastgelegdModel)
    }
    getest = {
        "Product", "LokaleVersie", "Tarief", "Gegeven", "Contactpunt", "Locatie", "Openingstijd", "Mededeling",
        "Thema", "Gemeente", "Regio", "Tekstversie", "Herziening", "Afwijking", "Kanaal", "LokaalKanaal",
    }  # fmt: skip
    assert vastgelegd == getest


def test_van_elke_koppeltabel_is_bedacht_wat_er_gebeurt_als_een_van_beide_kanten_weggaat():
    """Its rows go along without a signal: `wijzigingen_elders` says for whom that shows."""
    koppelingen = {
        f"{model.__name__}.{veld.name}"
        for app in ("redactie", "sync", "kennisbank")
        if apps.is_installed(app)
        for model in apps.get_app_config(app).get_models()
        for veld in model._meta.local_many_to_many
        if veld.remote_field.through._meta.auto_created
    }
    assert koppelingen == {
        "Product.themas",  # the theme says which products
        "Product.verwant",  # the product says which others
        "Mededeling.gemeenten",  # refused when it was the last (`redactie/eigenmededelingen.py`)
        "Feitencheck.producten",  # no reader sees it
    }
