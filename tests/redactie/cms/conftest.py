"""A product that one municipality has made its own."""

from __future__ import annotations

import pytest

from redactie.models import Product
from tests import factories as f


@pytest.fixture
def afgeweken() -> Product:
    """Live in the region; Sliedrecht has its own Kosten, Dordrecht follows."""
    product = f.ProductFactory(gepubliceerd=True, kosten="U betaalt 10 euro.")
    f.GemeenteFactory(slug="dordrecht")
    f.LokaleVersieFactory(
        product=product,
        gemeente=f.GemeenteFactory(slug="sliedrecht"),
        gepubliceerd=True,
        wijkt_af={"kosten": "Bij ons is het gratis."},
    )
    return product
