"""Fills a copy of an installation up to so many products per municipality: `python -m tests.bench.balievulling`.

Publications and their contents are written as rows, and the index past the sync: real texts, more often. Nothing of
the editing side is made; only readers can be measured on it.
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
    from django.utils import timezone

    from search.document import document_uit
    from search.keuze import motor
    from sync.models import Documentsoort, Inhoud, Publicatie, Toestand

    nu, aantal = timezone.now(), 0
    generatie = motor().active()
    assert generatie is not None
    for blok in blokken(nieuwe(bron, producten), BLOK):
        inhouden: dict[str, Inhoud] = {}

        def bewaard(json_: Any, inhouden: dict[str, Inhoud] = inhouden) -> Inhoud:
            tekst = json.dumps(json_, ensure_ascii=False, sort_keys=True)
            hash_ = hashlib.sha256(tekst.encode()).hexdigest()
            return inhouden.setdefault(hash_, Inhoud(hash=hash_, json=tekst))

        rijen = []
        for stuk in blok:
            openbaar, balie = bewaard(stuk.publiek), bewaard(stuk.balie)
            inhoud = stuk.publiek["talen"]["nl"]
            rijen.append(
                Publicatie(
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
                    gepubliceerd_op=nu,
                    inhoud_gewijzigd_op=nu,
                    titel=inhoud["titel"],
                    samenvatting=inhoud["samenvatting"],
                    productsoort=stuk.publiek["soort"],
                    status=stuk.publiek["status"],
                    themas=stuk.publiek["themas"],
                )
            )
        with transaction.atomic():
            Inhoud.objects.bulk_create(inhouden.values(), ignore_conflicts=True)
            Publicatie.objects.bulk_create(rijen)
        motor().write(generatie, [document_uit(stuk.publiek, stuk.balie, versie=VERSIE) for stuk in blok])
        aantal += len(blok)
    motor().close()
    return aantal


def main(pad: str, producten: str) -> None:
    import django

    django.setup()
    print(json.dumps(vul(zoekbron.lees(Path(pad)), int(producten))))


if __name__ == "__main__":
    main(*sys.argv[1:])
