"""After publishing an editor reads, without doing anything, how far the text is, until it is live everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from redactie.keuzes import Rol
from redactie.models import Product
from sync.models import Doel, DoelSoort
from tests.keten.cms import publiceer, schrijf
from tests.redactie.cms.hulp import adres
from tests.sync.conftest import bevestig, plan_alles

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_na_publiceren_telt_het_door_zegt_waar_het_blijft_en_houdt_op_als_het_klaar_is(
    open_als: Callable[..., Any], axe: Callable[[Any], list[str]], website: Doel
) -> None:
    scherm = open_als(Rol.CENTRAAL)(adres(Product.objects.get(sleutel="paspoort")))
    expect(scherm.locator(".antwoord-livestand")).to_contain_text("2 van 2 gemeenten live")
    schrijf(scherm, "termijn", "Dit duurt nog maar een week.")
    publiceer(scherm)
    melding = scherm.get_by_role("status").first
    expect(melding).to_contain_text("0 van 2 gemeenten live.")
    plan_alles()
    Doel.objects.filter(pk=website.pk).update(laatste_fout="er komt geen verbinding tot stand")
    bevestig(doel__soort=DoelSoort.INDEX)
    expect(melding).to_contain_text(
        "1 van 2 gemeenten live. Sliedrecht: Website Sliedrecht neemt nu niets aan"
    )
    assert axe(scherm) == []
    Doel.objects.filter(pk=website.pk).update(laatste_fout="")
    bevestig()
    expect(melding).to_contain_text(re.compile(r"2 van 2 gemeenten live na \d+,\d s\."))
    expect(melding.locator("[data-antwoord-live]")).to_have_attribute("data-stand", "klaar")
    # Done is done: nothing asks any more.
    scherm.route("**/live/**", lambda route: pytest.fail("there was nothing left to ask"))
    scherm.wait_for_load_state("networkidle")
