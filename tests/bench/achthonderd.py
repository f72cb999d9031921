"""Makes a municipality of 800 products out of the sample region, in a database of its own: real texts, more often.

Copies rows in the database, past the models: only what the merge reads, and nothing is published from it.
"""

from __future__ import annotations

from typing import Any

from django.db import connection, models, transaction
from django.db.models import Q

from redactie.models import (
    Afwijking,
    Herziening,
    Kanaal,
    LokaalKanaal,
    LokaleVersie,
    Product,
    Tekstversie,
)

SPRONG = 1_000_000
"""Between the keys of a row and those of its copy; above every key of the sample."""


def vermenigvuldig(gemeente: str, aantal: int) -> int:
    """Copy central products until this municipality has `aantal`; how many it has then."""
    hier = Q(gemeente__isnull=True) | Q(gemeente__slug=gemeente)
    heeft = Product.objects.filter(hier, live=True).count()
    bron = list(
        Product.objects.filter(gemeente__isnull=True, live=True).order_by("pk").values_list("pk", flat=True)
    )
    ronde = 0
    with transaction.atomic():
        while heeft < aantal:
            ronde += 1
            deel = bron[: aantal - heeft]
            _kopieer(deel, ronde * SPRONG, f"-{ronde}")
            heeft += len(deel)
    return Product.objects.filter(hier, live=True).count()


def _kopieer(producten: list[int], sprong: int, achtervoegsel: str) -> None:
    ids = ", ".join(map(str, producten))
    versies = f"SELECT id FROM {_tabel(LokaleVersie)} WHERE product_id IN ({ids})"  # noqa: S608  our own numbers
    kopieer_rijen(Product, f"id IN ({ids})", sprong, {"id"}, achtervoegsel)
    for model in (Tekstversie, Kanaal, LokaleVersie):
        kopieer_rijen(model, f"product_id IN ({ids})", sprong, {"id", "product_id"})
    for model, kolom in (
        (Product.themas.through, "product_id"),
        (Product.verwant.through, "from_product_id"),
    ):
        kopieer_rijen(model, f"{kolom} IN ({ids})", sprong, {"id", kolom})
    kopieer_rijen(Afwijking, f"versie_id IN ({versies})", sprong, {"id", "versie_id", "basis_id"})
    kopieer_rijen(LokaalKanaal, f"versie_id IN ({versies})", sprong, {"id", "versie_id"})
    kopieer_rijen(Herziening, f"product_id IN ({ids})", sprong, {"id", "product_id", "tekstversie_id"})


def kopieer_rijen(
    model: type[models.Model], waar: str, sprong: int, sleutels: set[str], achtervoegsel: str = ""
) -> None:
    kolommen: dict[str, str] = {}
    for veld in model._meta.local_concrete_fields:
        kolom = connection.ops.quote_name(veld.column)
        if veld.column in sleutels:
            kolommen[kolom] = f"{kolom} + {sprong}"
        elif veld.column == "sleutel" and achtervoegsel:
            kolommen[kolom] = f"{kolom} || '{achtervoegsel}'"
        else:
            kolommen[kolom] = kolom
    namen, waarden = ", ".join(kolommen), ", ".join(kolommen.values())
    tabel = _tabel(model)
    vraag = f"INSERT INTO {tabel} ({namen}) SELECT {waarden} FROM {tabel} WHERE {waar}"  # noqa: S608  no input
    with connection.cursor() as cursor:
        cursor.execute(vraag)


def _tabel(model: Any) -> str:
    return connection.ops.quote_name(model._meta.db_table)
