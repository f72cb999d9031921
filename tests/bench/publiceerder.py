"""Publishes a central change when told to, through a Wagtail revision as the CMS does (`zichtbaar.py` asks).

First line out: the products that can be used, a JSON list of keys. Then for each line in, a JSON pair [key, word]:
the word is added to a field that no municipality deviates from, and the milliseconds it took to publish come back.
"""

from __future__ import annotations

import json
import sys
import time

VELD = "bijzonderheden"


def bruikbaar() -> list[str]:
    """Published for every municipality, offered everywhere, and inherited in that field by all."""
    from redactie.keuzes import Aanbod, Aangeboden, Productsoort
    from redactie.models import Afwijking, LokaleVersie, Product

    anders = LokaleVersie.objects.exclude(aangeboden__in=[Aangeboden.JA, Aangeboden.ONBEKEND])
    eigen_tekst = Afwijking.objects.filter(veld=VELD).values("versie__product")
    return list(
        Product.objects.filter(
            live=True,
            productsoort=Productsoort.PRODUCT,
            aanbod=Aanbod.ALLE,
            gemeente__isnull=True,
            vervalt_op__isnull=True,
        )
        .exclude(pk__in=anders.values("product"))
        .exclude(pk__in=eigen_tekst)
        .order_by("sleutel")
        .values_list("sleutel", flat=True)
    )


def publiceer(sleutel: str, woord: str) -> float:
    """Milliseconds until the transaction of the publication is over."""
    from redactie.models import Product

    begin = time.perf_counter()
    product = Product.objects.get(sleutel=sleutel)
    tekst = getattr(product, VELD)
    setattr(product, VELD, f"{tekst}\n\nBij de balie heet dit {woord}.".strip())
    product.toelichting = "Meting"
    product.save_revision().publish(skip_permission_checks=True)
    return (time.perf_counter() - begin) * 1000


def main() -> None:
    import django

    django.setup()
    print(json.dumps(bruikbaar()), flush=True)
    for regel in sys.stdin:
        print(json.dumps(publiceer(*json.loads(regel))), flush=True)


if __name__ == "__main__":
    main()
