"""An agent in a browser, for the tests of the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from redactie.keuzes import Rol
from tests.factories import GebruikerFactory

WACHTWOORD = "geheim-genoeg-voor-een-test"
BREED = {"width": 1366, "height": 768}


def meld_aan(pagina: Any, host: str, adres: str, rol: Rol = Rol.KCC) -> Any:
    GebruikerFactory(username="kees", first_name="Kees", rol=rol)
    pagina.set_viewport_size(BREED)
    pagina.goto(host + adres)
    meld_weer_aan(pagina)
    expect(pagina.locator("#vraag")).to_be_focused()
    return pagina


def meld_weer_aan(pagina: Any) -> None:
    """On the sign-in page."""
    pagina.fill("#id_username", "kees")
    pagina.fill("#id_password", WACHTWOORD)
    pagina.click(".aanmelden button")


def treffers(pagina: Any) -> Any:
    return pagina.locator("#treffers button")


def houd_op(pagina: Any, patroon: str, klopt: Callable[[Any], bool]) -> list[Any]:
    """Keep the requests for which `klopt` holds, until the test lets them go on."""
    wachtend: list[Any] = []

    def regel(route: Any) -> None:
        if klopt(route.request):
            wachtend.append(route)
        else:
            route.continue_()

    pagina.route(patroon, regel)
    return wachtend
