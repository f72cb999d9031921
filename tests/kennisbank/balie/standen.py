"""Every state that the desk can be in, and how an agent gets there: for what must hold in all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from playwright.sync_api import expect

from redactie.keuzes import Rol
from sync.models import Syncstand
from tests.factories import GemeenteFactory
from tests.kennisbank.balie.aan_de_balie import BREED, meld_aan, treffers
from tests.kennisbank.uitgave import geef_gemeente_uit, geef_uit
from tests.kennisbank.website.gemeentedocument import GEMEENTEHUIS

VIER_KEER = {"width": BREED["width"] // 4, "height": BREED["height"] // 4}
"""What is left of the screen at 400 %."""


@dataclass(frozen=True, slots=True)
class Stand:
    """`doe`: from the empty desk to this state. `vooraf`: what is published besides, before anybody signs in."""

    doe: Callable[[Any], None]
    rol: Rol = Rol.KCC
    vooraf: Callable[[], None] = lambda: None


def begin(pagina: Any, adres: str, rol: Rol = Rol.KCC) -> Any:
    """An agent at the desk of Sliedrecht, where nothing was asked yet."""
    with pagina.expect_response("**/_titels/"):
        meld_aan(pagina, adres, "/balie/sliedrecht/", rol)
    expect(pagina.locator("#vraag")).to_have_role("combobox")
    return pagina


def breng_in(naam: str, pagina: Any, adres: str) -> Any:
    """A desk in this state."""
    stand = STANDEN[naam]
    stand.vooraf()
    desk = begin(pagina, adres, stand.rol)
    stand.doe(desk)
    return desk


def typ(desk: Any, vraag: str) -> None:
    """Ask it, and wait for the list of this very question."""
    desk.fill("#vraag", "")
    expect(treffers(desk)).to_have_count(0)
    desk.keyboard.type(vraag)
    expect(desk.locator("#telling")).to_be_visible()


def open_kaart(desk: Any) -> None:
    typ(desk, "rijbewijs kwijt")
    desk.keyboard.press("Enter")
    expect(desk.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")


def naar(desk: Any, pad: str) -> None:
    desk.goto(desk.url.split("/balie/")[0] + pad)
    expect(desk.locator("#vraag")).to_have_role("combobox")


def klap_open(desk: Any) -> None:
    open_kaart(desk)
    desk.evaluate("() => document.querySelectorAll('details').forEach((blad) => { blad.open = true; })")


def vergelijk(desk: Any) -> None:
    open_kaart(desk)
    desk.keyboard.press("v")
    expect(desk.locator(".vergelijking")).to_be_visible()


def meld(desk: Any) -> None:
    open_kaart(desk)
    desk.keyboard.press("f")
    expect(desk.locator("#meld-plek")).to_be_visible()


def kijk_mee(desk: Any) -> None:
    open_kaart(desk)
    desk.click('[name="meekijken"]')
    expect(desk.locator(".meekijkbalk")).to_be_visible()


def zonder_zoekmachine(desk: Any) -> None:
    settings.ANTWOORD_INDEX.rename(settings.ANTWOORD_INDEX.with_name("weg"))
    typ(desk, "paspoort")
    expect(desk.locator("#lijst")).to_contain_text("De zoekmachine antwoordt niet.")


def stilgevallen(desk: Any) -> None:
    Syncstand.klop(op=timezone.now() - timedelta(minutes=7))
    typ(desk, "paspoort")
    expect(desk.locator("#stilstand")).to_be_visible()


def afgemeld(desk: Any) -> None:
    open_kaart(desk)
    desk.context.clear_cookies(name="antwoord_sessie")
    desk.fill("#vraag", "paspoort")
    expect(desk.locator("#melding")).to_be_visible()


def zonder_verbinding(desk: Any) -> None:
    desk.route("**/balie/**", lambda route: route.abort())
    desk.keyboard.type("paspoort")
    expect(desk.locator("#melding")).to_be_visible()


def wijs(desk: Any) -> None:
    typ(desk, "rijbewijs")
    desk.keyboard.press("ArrowDown")
    expect(desk.locator("[aria-selected=true]")).to_have_count(1)


def zonder_zoekmachine_antwoord(desk: Any) -> None:
    zonder_zoekmachine(desk)
    desk.keyboard.press("Enter")
    expect(desk.locator("#kaart-titel")).to_have_text("Paspoort aanvragen")


def tel_uitkomst(desk: Any) -> None:
    open_kaart(desk)
    desk.keyboard.press("a")
    expect(desk.locator("[value=beantwoord]")).to_have_attribute("aria-pressed", "true")


def open_contactpunt(desk: Any) -> None:
    typ(desk, "burgerzaken")
    desk.keyboard.press("Enter")
    expect(desk.locator("#kaart-titel")).to_have_text("Burgerzaken")


def gemeentehuis() -> None:
    geef_gemeente_uit("sliedrecht", locaties=[GEMEENTEHUIS])


def open_locatie(desk: Any) -> None:
    typ(desk, "openingstijden gemeentehuis")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    expect(desk.locator("#kaart-titel")).to_have_text(GEMEENTEHUIS["naam"])


def open_mededeling(desk: Any) -> None:
    typ(desk, "digid")
    treffers(desk).filter(has_text="DigiD is gestoord.").click()
    expect(desk.locator("#kaart-titel")).to_have_text("Mededeling")


def acht_gemeenten() -> None:
    """More than there are keys for: a field takes the place of the row of buttons."""
    for naam in ("Aalburg", "Bergambacht", "Bergen", "Cromstrijen", "Ermelo", "Zwolle"):
        GemeenteFactory(slug=naam.lower(), naam=naam)
        geef_gemeente_uit(naam.lower())
        geef_uit(naam.lower(), "rijbewijs-kwijt", "Rijbewijs kwijt", kosten=f"In {naam} € 1.")


def kies_op_naam(desk: Any) -> None:
    open_kaart(desk)
    desk.keyboard.press("g")
    expect(desk.locator("#gemeente")).to_be_focused()


def kies_verkeerd(desk: Any) -> None:
    kies_op_naam(desk)
    desk.keyboard.type("berg")
    desk.keyboard.press("Enter")
    expect(desk.locator("#gemeentefout")).not_to_be_empty()


STANDEN: dict[str, Stand] = {
    "begin": Stand(lambda desk: None),
    "treffers": Stand(lambda desk: typ(desk, "rijbewijs")),
    "een treffer aangewezen": Stand(wijs),
    "niets gevonden": Stand(lambda desk: typ(desk, "xylofoon")),
    "een gok": Stand(lambda desk: typ(desk, "xylofoon rijbewijs")),
    "verbeterd": Stand(lambda desk: typ(desk, "rijbewijs kwijtt")),
    "andere gemeente genoemd": Stand(lambda desk: typ(desk, "paspoort dordrecht")),
    "antwoord": Stand(open_kaart),
    "antwoord opengeklapt": Stand(klap_open),
    "antwoord van de regio": Stand(lambda desk: naar(desk, "/balie/regio/rijbewijs-kwijt/")),
    "niet aangeboden": Stand(lambda desk: naar(desk, "/balie/sliedrecht/huisnummer-aanvragen/")),
    "hier niet": Stand(lambda desk: naar(desk, "/balie/dordrecht/huisnummer-aanvragen/")),
    "vergelijken": Stand(vergelijk),
    "klopt niet": Stand(meld),
    "meekijken": Stand(kijk_mee),
    "zoekmachine stuk": Stand(zonder_zoekmachine),
    "zoekmachine stuk, antwoord": Stand(zonder_zoekmachine_antwoord),
    "niets nieuws": Stand(stilgevallen),
    "afgemeld": Stand(afgemeld),
    "zonder verbinding": Stand(zonder_verbinding),
    "uitkomst gekozen": Stand(tel_uitkomst),
    "contactpunt": Stand(open_contactpunt),
    "locatie": Stand(open_locatie, vooraf=gemeentehuis),
    "mededeling": Stand(open_mededeling),
    "wie alleen leest": Stand(lambda desk: None, Rol.LEZER),
    "antwoord voor wie alleen leest": Stand(klap_open, Rol.LEZER),
    "gemeente op naam": Stand(kies_op_naam, vooraf=acht_gemeenten),
    "gemeente op naam, meer dan één": Stand(kies_verkeerd, vooraf=acht_gemeenten),
}
