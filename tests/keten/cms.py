"""What an editor does in the CMS, by what stands on the screen."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from redactie.models import LokaleVersie, Product
from tests.keten.installatie import Installatie


def open_product(pagina: Any, installatie: Installatie, sleutel: str) -> None:
    (pk,) = installatie.rijen("SELECT id FROM redactie_product WHERE sleutel = ?", sleutel)[0]
    pagina.goto(installatie.adres(reverse(Product.snippet_viewset.get_url_name("edit"), args=[pk])))


def open_lokale_versie(pagina: Any, installatie: Installatie, sleutel: str, gemeente: str) -> None:
    (pk,) = installatie.rijen(
        "SELECT l.id FROM redactie_lokaleversie l JOIN redactie_product p ON p.id = l.product_id "
        "JOIN redactie_gemeente g ON g.id = l.gemeente_id WHERE p.sleutel = ? AND g.slug = ?",
        sleutel,
        gemeente,
    )[0]
    pagina.goto(installatie.adres(reverse(LokaleVersie.snippet_viewset.get_url_name("edit"), args=[pk])))


def schrijf(pagina: Any, veld: str, tekst: str) -> None:
    pagina.fill(f"#id_{veld}", tekst)


def publiceer(pagina: Any, waarom: str = "Proef van de keten") -> None:
    """Publish with the note that gemeenten read; fails with what the screen says when it is refused."""
    pagina.fill("#id_toelichting", waarom)
    _kies_actie(pagina, "action-publish")
    melding = pagina.inner_text(".messages")
    assert "gepubliceerd" in melding, melding
    assert "Nog niet gepubliceerd" not in melding, melding


def bewaar_concept(pagina: Any) -> None:
    with pagina.expect_navigation():
        pagina.click("footer button:has-text('Bewaar concept')")


def _kies_actie(pagina: Any, naam: str) -> None:
    knop = pagina.locator(f"[name={naam}]").first
    if not knop.is_visible():
        pagina.click("footer [data-w-dropdown-target=toggle]")
    with pagina.expect_navigation():
        knop.click()
