"""What an editor does in the CMS, by what stands on the screen."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from redactie.models import LokaleVersie, Product, Tarief
from tests.keten.installatie import Installatie


def open_product(pagina: Any, installatie: Installatie, sleutel: str) -> None:
    (pk,) = installatie.rijen("SELECT id FROM redactie_product WHERE sleutel = ?", sleutel)[0]
    pagina.goto(installatie.adres(reverse(Product.snippet_viewset.get_url_name("edit"), args=[pk])))


def plan_tekst(
    pagina: Any, installatie: Installatie, sleutel: str, veld: str, tekst: str, *, vanaf: date
) -> None:
    open_product(pagina, installatie, sleutel)
    pagina.goto(pagina.url.replace("/edit/", "/plannen/") + f"?veld={veld}")
    pagina.fill("#id_tekst", tekst)
    pagina.fill("#id_toelichting", "Proef van de keten")
    _vul_dag(pagina, "vanaf", vanaf)
    pagina.click("text=Plan deze tekst")
    _eis_melding(pagina, "Gepland")


def voeg_tarief_toe(
    pagina: Any,
    installatie: Installatie,
    sleutel: str,
    bedrag: str,
    *,
    van: date | None = None,
    tot: date | None = None,
) -> None:
    """An amount of the region, confirmed at once."""
    pagina.goto(installatie.adres(reverse(Tarief.snippet_viewset.get_url_name("add"))))
    pagina.fill("#id_sleutel", sleutel)
    pagina.fill("#id_omschrijving", sleutel.replace("-", " "))
    pagina.fill("#id_bedrag", bedrag)
    pagina.select_option("#id_status", "vastgesteld")
    for naam, dag in (("geldig_van", van), ("geldig_tot", tot)):
        if dag is not None:
            _vul_dag(pagina, naam, dag)
    with pagina.expect_navigation():
        pagina.press("#id_bedrag", "Enter")
    _eis_melding(pagina, "aangemaakt")


def _vul_dag(pagina: Any, naam: str, dag: date) -> None:
    """Type a day and go on. The calendar that opens at a next day may lie above the buttons: use the keyboard then."""
    pagina.fill(f"#id_{naam}", dag.isoformat())
    pagina.press(f"#id_{naam}", "Tab")


def _eis_melding(pagina: Any, woord: str) -> None:
    melding = pagina.inner_text(".messages")
    assert woord in melding, melding


def open_lokale_versie(pagina: Any, installatie: Installatie, sleutel: str, gemeente: str) -> None:
    (pk,) = installatie.rijen(
        "SELECT l.id FROM redactie_lokaleversie l JOIN redactie_product p ON p.id = l.product_id "
        "JOIN redactie_gemeente g ON g.id = l.gemeente_id WHERE p.sleutel = ? AND g.slug = ?",
        sleutel,
        gemeente,
    )[0]
    pagina.goto(installatie.adres(reverse(LokaleVersie.snippet_viewset.get_url_name("edit"), args=[pk])))


def vraagt_om_herzien(pagina: Any) -> bool:
    """Whether the local version on the screen says that a text is te herzien. The menu has those words too."""
    return pagina.locator("#main").get_by_text("Te herzien", exact=False).count() > 0


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
