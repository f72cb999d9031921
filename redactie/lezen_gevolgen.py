"""Reads what `gevolgen.py` needs: the time line, the local layers, and the facts of the texts as they would be.

The number of queries does not depend on the number of municipalities; a test counts them.
"""

from __future__ import annotations

from datetime import datetime

from redactie.bronnen import CentraalProduct, GemeenteBron
from redactie.gevolgen import Tekstwijziging, Vergelijking, met_wijziging
from redactie.keuzes import Aanbod, Productsoort
from redactie.lezen import bronnen_van, lees_lagen
from redactie.models import Gemeente, LokaleVersie, Product
from redactie.veld import Veld


def lees_vergelijking(product: Product, wijziging: Tekstwijziging) -> Vergelijking:
    """The product as published beside the typed texts. 7 queries at most.

    A text that is planned for the same moment is what would be replaced, and is left out.
    """
    tijdlijn = tuple(
        rij.als_bron()
        for rij in product.tekstversies.all()
        if rij.vanaf != wijziging.op or Veld(rij.veld) not in wijziging.teksten
    )
    centraal = CentraalProduct(
        sleutel=product.sleutel,
        productsoort=Productsoort(product.productsoort),
        aanbod=Aanbod(product.aanbod),
        gemeente=product.gemeente_slug,
        tekstversies=tijdlijn,
        vaste_velden=frozenset(Veld(veld) for veld in product.vaste_velden),
        vervalt_op=product.vervalt_op,
    )
    lagen = lees_lagen(LokaleVersie.objects.filter(product=product))
    bronnen = bronnen_van(met_wijziging(centraal, wijziging), lagen)
    bronnen = type(bronnen)(centraal, bronnen.lagen, bronnen.gegevens, bronnen.tarieven)
    return Vergelijking(bronnen, wijziging, live=product.live)


def gemeenten_voor(product: Product, op: datetime) -> list[GemeenteBron]:
    """The municipalities that the product reaches: those that take part, or the one that it belongs to. 1 query."""
    deelnemend = Gemeente.objects.deelnemend(op)
    return [lid.als_bron() for lid in deelnemend if product.gemeente_id in (None, lid.pk)]
