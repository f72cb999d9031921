"""Makes a country to publish and does to it what editors and administrators do, when told to (`publiceren.py` asks).

First line out: `{}` when the country is there: so many municipalities of so many products, each with own texts, own
facts and a website at the receivers; nothing is published yet. Then for each line in, a JSON list [what, ...], one line
out with what came of it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

VOORBEELD = "sliedrecht"
LAATKOMER = "laatkomer"


def maak(gemeenten: int, producten: int, ontvangers: str, geheim: str) -> None:
    """In an empty database."""
    from django.core.management import call_command

    from redactie.models import Gemeente, Wijziging
    from tests.bench.achthonderd import vermenigvuldig
    from tests.bench.redactievulling import gemeenten_erbij

    with open(os.devnull, "w") as stil:
        call_command("migrate", verbosity=0, stdout=stil)
        call_command("voorbeeld", verbosity=0, stdout=stil)
    vermenigvuldig(VOORBEELD, producten)
    gemeenten_erbij(VOORBEELD, gemeenten)
    _eigen_feiten()
    _eigen_woorden()
    for gemeente in Gemeente.objects.order_by("slug"):
        _maak_doel(gemeente.slug, ontvangers, geheim)
    Wijziging.objects.all().delete()


def _eigen_feiten() -> None:
    """The facts of the example for each of its copies."""
    from redactie.models import Gegeven, Gemeente, Tarief
    from tests.bench.achthonderd import kopieer_rijen
    from tests.bench.redactievulling import SPRONG

    pk = Gemeente.objects.get(slug=VOORBEELD).pk
    for kopie in Gemeente.objects.filter(pk__gt=SPRONG):
        for model in (Gegeven, Tarief):
            kopieer_rijen(model, f"gemeente_id = {pk}", kopie.pk - pk, {"id", "gemeente_id"})


def _eigen_woorden() -> None:
    """No two municipalities have the same own text: rendering it once would not do for all."""
    from django.db import connection

    from tests.bench.redactievulling import SPRONG

    naam = """SELECT gemeente.naam FROM redactie_gemeente AS gemeente JOIN redactie_lokaleversie AS versie
        ON versie.gemeente_id = gemeente.id WHERE versie.id = redactie_afwijking.versie_id"""
    vraag = (
        f"UPDATE redactie_afwijking SET tekst = tekst || ' ' || ({naam}) WHERE tekst <> '' AND id > {SPRONG}"  # noqa: S608  our own number
    )
    with connection.cursor() as cursor:
        cursor.execute(vraag)


def _maak_doel(slug: str, ontvangers: str, geheim: str) -> None:
    from sync.doelbeheer import maak_doel

    maak_doel(naam=f"website {slug}", bereik=slug, adres=f"{ontvangers}/{slug}", geheim=geheim)


def alles() -> int:
    """Ask for everything anew; how many documents there are to be."""
    from redactie.models import Gemeente, Product, Wijziging, WijzigingSoort

    Wijziging.objects.bulk_create(
        [Wijziging(soort=WijzigingSoort.GEMEENTE), Wijziging(soort=WijzigingSoort.ALLES)]
    )
    return (Gemeente.objects.count() + 1) * Product.objects.filter(live=True).count()


def tekst(sleutel: str, woord: str) -> float:
    from tests.bench.publiceerder import publiceer

    return publiceer(sleutel, woord)


def bruikbaar() -> list[str]:
    from tests.bench import publiceerder

    return publiceerder.bruikbaar()


def waar(sleutel: str, woord: str) -> int:
    """On how many websites this word stands in this product: those that Antwoord serves read the publications."""
    from sync.models import Publicatie

    rijen = Publicatie.objects.filter(sleutel=sleutel, publieke_inhoud__json__contains=woord)
    return rijen.count()


def tarieven(slug: str) -> int:
    """The fees of January of this municipality, or of every one and the region; how many rows."""
    from django.db import transaction

    from redactie.models import Tarief

    rijen = Tarief.objects.filter(bedrag__isnull=False)
    if slug:
        rijen = rijen.filter(gemeente__slug=slug)
    aantal = 0
    with transaction.atomic():
        for rij in rijen:
            rij.bedrag += Decimal("1.05")
            rij.save()
            aantal += 1
    return aantal


def nazien() -> int:
    """Compare every target now."""
    from django.utils import timezone

    from sync.models import Doel

    nu = timezone.now()
    return Doel.objects.update(nazien_op=nu, nagezien_op=nu - timedelta(days=2))


def sluit_aan(ontvangers: str, geheim: str) -> int:
    """One municipality more, made as an administrator does, with a website; how many documents it gets."""
    from redactie.models import Gemeente, Product

    Gemeente.objects.create(slug=LAATKOMER, naam="Laatkomer", code="gm9999", telefoon="14 0999")
    _maak_doel(LAATKOMER, ontvangers, geheim)
    return Product.objects.filter(live=True, gemeente__isnull=True).count()


def klaar() -> dict[str, Any]:
    """Whether nothing is left to do, and how much was written since the server began."""
    from django.db import connection
    from django.db.models import Q
    from django.utils import timezone

    from redactie.models import Wijziging
    from sync.models import (
        VOOR_LEZERS,
        Doel,
        DoelSoort,
        DoelToestand,
        Levering,
        LeveringToestand,
        Publicatie,
    )

    nu = timezone.now()
    wacht = (
        Wijziging.objects.exists()
        or Levering.objects.filter(toestand=LeveringToestand.WACHT).exists()
        or Publicatie.objects.filter(volgnummer__isnull=True, documentsoort__in=VOOR_LEZERS).exists()
        or Doel.objects.exclude(soort=DoelSoort.INDEX)
        .filter(Q(nazien_op__isnull=True) | Q(nazien_op__lte=nu))
        .exists()
        or not Doel.objects.filter(
            soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF, nagezien_op__gt=nu - timedelta(days=1)
        ).exists()
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn, pg_database_size(current_database())")
        wal, groot = cursor.fetchone()
    return {"klaar": not wacht, "wal": int(wal), "groot": int(groot)}


def stand() -> dict[str, Any]:
    """What there is, and what is amiss."""
    from sync.models import Doel, Levering, LeveringToestand, Publicatie

    return {
        "live": Publicatie.objects.filter(toestand="live").count(),
        "bevestigd": Levering.objects.filter(toestand=LeveringToestand.BEVESTIGD).count(),
        "geparkeerd": Levering.objects.filter(toestand=LeveringToestand.GEPARKEERD).count(),
        "fouten": list(Doel.objects.exclude(laatste_fout="").values_list("naam", "laatste_fout")[:5]),
        "verschillen": list(Doel.objects.exclude(verschillen={}).values_list("naam", "verschillen")[:5]),
        "mislukt": Publicatie.objects.exclude(fout="").count(),
    }


def bewerk(keren: int, zaad: str) -> int:
    """So many edits one after the other, as the CMS records them: mostly central texts, now and then a fee."""
    import random

    from django.utils import timezone

    from redactie.keuzes import Klasse
    from redactie.models import Product, Tarief, Tekstversie

    toeval = random.Random(zaad)
    producten = list(
        Product.objects.filter(live=True, gemeente=None).order_by("pk").values_list("pk", flat=True)
    )
    tarieven = list(Tarief.objects.filter(bedrag__isnull=False).order_by("pk").values_list("pk", flat=True))
    for nummer in range(keren):
        if toeval.random() < 0.1:
            rij = Tarief.objects.get(pk=toeval.choice(tarieven))
            rij.bedrag += Decimal("0.05")
            rij.save()
            continue
        Tekstversie.objects.create(
            product_id=toeval.choice(producten),
            veld="termijn",
            tekst=f"Dit duurt {zaad} en {nummer} dagen.",
            vanaf=timezone.now(),
            klasse=Klasse.INHOUDELIJK,
            toelichting="Voor de meting.",
        )
    return keren


def omvang() -> dict[str, Any]:
    """Rows and bytes of what publishing keeps, and how often the server had to break a deadlock."""
    from django.db import connection

    from sync.models import Inhoud, Levering, Ontvangst, Publicatie, Uitgave

    uit: dict[str, Any] = {}
    with connection.cursor() as cursor:
        for model in (Publicatie, Inhoud, Uitgave, Levering, Ontvangst):
            tabel = model._meta.db_table
            cursor.execute(f"SELECT count(*), pg_total_relation_size('{tabel}') FROM {tabel}")  # noqa: S608  our own tables
            uit[model.__name__] = list(cursor.fetchone())
        cursor.execute("SELECT sum(octet_length(json)), sum(pg_column_size(json)) FROM sync_inhoud")
        uit["tekst"] = [int(getal or 0) for getal in cursor.fetchone()]
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        uit["deadlocks"] = cursor.fetchone()[0]
    return uit


def ruim() -> dict[str, Any]:
    """As two terms of retention later; the tables are packed, so that their size says what they hold."""
    from django.conf import settings
    from django.db import connection
    from django.utils import timezone

    from sync.opruimen import ruim_op

    settings.ANTWOORD_BEWAAR_DAGEN = 30
    ruim_op(nu=timezone.now() + timedelta(days=60))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM FULL")
    return omvang()


DOEN: dict[str, Callable[..., Any]] = {
    doe.__name__: doe
    for doe in (
        *(alles, bruikbaar, tekst, waar, tarieven, nazien, sluit_aan, klaar, stand),
        *(bewerk, omvang, ruim),
    )
}


def main(gemeenten: str, producten: str, ontvangers: str, geheim: str) -> None:
    import django

    django.setup()
    maak(int(gemeenten), int(producten), ontvangers, geheim)
    print("{}", flush=True)
    for regel in sys.stdin:
        wat, *waarmee = json.loads(regel)
        print(json.dumps(DOEN[wat](*waarmee)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:5])
