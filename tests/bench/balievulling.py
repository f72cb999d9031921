"""Fills a copy of an installation up to so many products per municipality: `python -m tests.bench.balievulling`.

Publications, their contents and their deliveries are written as rows, and the index past the sync: real texts, more
often. Nothing of the editing side is made; only readers can be measured on it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench import zoekbron
from tests.bench.landelijk import VERSIE, Stuk
from tests.bench.zoekers import blokken

BLOK = 200


def nieuwe(bron: zoekbron.Zoekbron, producten: int) -> Iterator[Stuk]:
    """What each municipality lacks."""
    samensteller = bron.samensteller()
    heeft = bron.live
    for slug, _ in bron.namen:
        vanaf = len(samensteller.centraal)
        for nummer in range(vanaf, vanaf + producten - len(heeft[slug])):
            yield samensteller.in_gemeente(samensteller.product(nummer), slug)


def vul(bron: zoekbron.Zoekbron, producten: int) -> int:
    """How many documents were added."""
    from django.db import transaction

    from search.document import document_uit
    from search.keuze import motor
    from sync.models import Doel, DoelToestand, Inhoud, Levering, LeveringToestand, Publicatie

    doel = Doel.objects.get(toestand=DoelToestand.ACTIEF)
    aantal = 0
    for blok in blokken(nieuwe(bron, producten), BLOK):
        inhouden: dict[str, Any] = {}
        rijen = [_publicatie(stuk, inhouden) for stuk in blok]
        with transaction.atomic():
            Inhoud.objects.bulk_create(inhouden.values(), ignore_conflicts=True)
            Levering.objects.bulk_create(
                Levering(
                    doel=doel,
                    publicatie=rij,
                    gewenst=rij.versie,
                    bevestigd=rij.versie,
                    bevestigde_hash=rij.hash,
                    bevestigd_op=rij.gepubliceerd_op,
                    toestand=LeveringToestand.BEVESTIGD,
                )
                for rij in Publicatie.objects.bulk_create(rijen)
            )
        motor().write(
            doel.generatie, [document_uit(stuk.publiek, stuk.balie, versie=VERSIE) for stuk in blok]
        )
        aantal += len(blok)
    motor().close()
    return aantal


def _publicatie(stuk: Stuk, inhouden: dict[str, Any]) -> Any:
    from django.utils import timezone

    from sync.models import Documentsoort, Publicatie, Toestand

    openbaar, balie = _bewaard(stuk.publiek, inhouden), _bewaard(stuk.balie, inhouden)
    inhoud = stuk.publiek["talen"]["nl"]
    return Publicatie(
        bereik=stuk.bereik,
        documentsoort=Documentsoort.PRODUCT,
        sleutel=stuk.sleutel,
        toestand=Toestand.LIVE,
        versie=VERSIE,
        publieke_versie=VERSIE,
        hash=balie.hash,
        publieke_hash=openbaar.hash,
        inhoud=balie,
        publieke_inhoud=openbaar,
        gepubliceerd_op=timezone.now(),
        inhoud_gewijzigd_op=timezone.now(),
        titel=inhoud["titel"],
        samenvatting=inhoud["samenvatting"],
        productsoort=stuk.publiek["soort"],
        status=stuk.publiek["status"],
        themas=stuk.publiek["themas"],
    )


def _bewaard(json_: Any, inhouden: dict[str, Any]) -> Any:
    """Once per hash, as the sync keeps contents."""
    from sync.models import Inhoud

    tekst = json.dumps(json_, ensure_ascii=False, sort_keys=True)
    hash_ = hashlib.sha256(tekst.encode()).hexdigest()
    return inhouden.setdefault(hash_, Inhoud(hash=hash_, json=tekst))


def main(pad: str, producten: str) -> None:
    import django

    django.setup()
    print(json.dumps(vul(zoekbron.lees(Path(pad)), int(producten))))


if __name__ == "__main__":
    main(*sys.argv[1:])
