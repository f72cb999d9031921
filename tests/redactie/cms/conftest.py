"""The CMS in a real browser, signed in as somebody; and a product that one municipality has made its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings

from redactie.models import Product
from tests import factories as f
from tests.redactie.cms.hulp import als


@pytest.fixture
def open_als(pagina: Any, live_server: Any) -> Callable[..., Callable[[str], Any]]:
    """`naar = open_als(Rol.CENTRAAL)`, then `naar("/redactie/")` opens that page and gives it."""

    def meld_aan(*wie: Any) -> Callable[[str], Any]:
        naam = settings.SESSION_COOKIE_NAME
        sessie = als(*wie).cookies[naam].value
        pagina.context.add_cookies([{"name": naam, "value": sessie, "url": live_server.url}])

        def naar(pad: str) -> Any:
            pagina.goto(f"{live_server.url}{pad}")
            return pagina

        return naar

    return meld_aan


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
