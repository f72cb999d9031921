"""Line ends of a browser are no change of a text."""

from __future__ import annotations

import pytest

from redactie.keuzes import Rol
from redactie.models import Tekstversie
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier

pytestmark = pytest.mark.django_db

TWEE_ALINEAS = "U komt langs.\n\nU neemt uw pas mee."


def test_publiceren_uit_een_browser_legt_alleen_het_gewijzigde_veld_vast() -> None:
    product = f.ProductFactory(gepubliceerd=True, aanpak=TWEE_ALINEAS, termijn="Na 5 werkdagen.")
    eerder = set(Tekstversie.objects.values_list("pk", flat=True))
    centraal = als(Rol.CENTRAAL)
    gepost = formulier(centraal, adres(product)) | {
        "termijn": ["Na 3\nwerkdagen."],
        "toelichting": ["Sneller."],
    }
    gepost = {naam: [lid.replace("\n", "\r\n") for lid in leden] for naam, leden in gepost.items()}
    assert "\r\n" in gepost["aanpak"][0]

    assert centraal.post(adres(product), gepost | {"action-publish": "1"}).status_code == 302

    nieuw = Tekstversie.objects.filter(product=product).exclude(pk__in=eerder)
    assert [(versie.veld, versie.tekst) for versie in nieuw] == [("termijn", "Na 3\nwerkdagen.")]
