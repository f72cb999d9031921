"""What a WordPress answers: its JSON, or in words and a code why there is none.

Pure, one table. The codes are those that `sync/classificatie.py` judges: here only is decided what is said of a
document (park it), what of the whole site (later, or stop), and what is no answer of a WordPress at all. An answer
without JSON is never read as: nothing there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

from sync.afspraak.contract import ONVOLLEDIG, leesbaar, wachttijd
from sync.classificatie import Doelantwoord

ONBRUIKBAAR = 422
GELUKT = frozenset({200, 201})
WEGGEWEEST = frozenset({"rest_post_invalid_id"})
"""A page that was there a moment ago: look again."""
MEESTE_POGINGEN = 20
"""Lines of a notice that may begin as JSON does."""
GEEN_REST = "rest_no_route"
GEEN_RECHT = frozenset(
    {
        "rest_forbidden_context",
        "rest_forbidden_status",
        "rest_cannot_create",
        "rest_cannot_edit",
        "rest_cannot_publish",
    }
)
GEEN_TOEGANG = frozenset({"rest_forbidden_context", "rest_cannot_edit"})
"""A role that may work on pages may still be kept from one: that of the privacy policy is the administrator's."""
NIET_AANGEMELD = (
    "WordPress kent deze aanmelding niet. De gebruikersnaam of het toepassingswachtwoord klopt niet, of de webserver "
    "geeft de kop Authorization niet door."
)
UITLEG = {
    "incorrect_password": NIET_AANGEMELD,
    "invalid_username": NIET_AANGEMELD,
    "invalid_email": NIET_AANGEMELD,
    "rest_not_logged_in": NIET_AANGEMELD,
    "application_passwords_disabled": "Toepassingswachtwoorden staan uit in deze WordPress.",
    "application_passwords_disabled_for_user": "Dit account mag geen toepassingswachtwoord gebruiken.",
    GEEN_REST: "Op dit adres biedt WordPress geen pagina's aan.",
}
ONDERHOUD = "WordPress is in onderhoud of overbelast (503)."
NIET_DEZE = (
    "WordPress laat dit account juist deze pagina niet wijzigen. Is zij daar gekozen als pagina voor het "
    "privacybeleid? Kies daar dan een andere."
)
ROL = "Dit account mag dit niet in WordPress. Geef het de rol Redacteur."


class Geweigerd(Exception):
    """There is nothing to read in this answer; `antwoord` says what that means."""

    def __init__(self, antwoord: Doelantwoord, soort: str = "") -> None:
        super().__init__(antwoord.melding)
        self.antwoord = antwoord
        self.soort = soort
        """WordPress' own code for it; empty when something else answered."""


def lees(code: int, koppen: Mapping[str, str], lichaam: bytes, *, schrijven: bool) -> Any:
    """The JSON of an answer that says yes. Raises Geweigerd for every other."""
    inhoud = _json(lichaam)
    if code in GELUKT and inhoud is not None and not _foutcode(inhoud):
        return inhoud
    wacht = wachttijd(koppen)
    soort, code = _soort_en_code(inhoud, code)
    if soort:
        melding = _melding(inhoud, soort, code)
        raise Geweigerd(Doelantwoord(code, melding=melding, wacht_seconden=wacht), soort)
    raise Geweigerd(_zonder_json(code, koppen, wacht, schrijven))


def _soort_en_code(inhoud: Any, code: int) -> tuple[str, int]:
    """Of an error in WordPress' own words; who may not ask for drafts hears so as a parameter that is not right."""
    soort = _foutcode(inhoud)
    if soort == "rest_invalid_param":
        for detail in _afdaling(inhoud, "data", "details").values():
            if _foutcode(detail) == "rest_forbidden_status":
                return "rest_forbidden_status", 401 if _afdaling(detail, "data").get("status") == 401 else 403
    if soort and (code in GELUKT or soort == GEEN_REST or soort in WEGGEWEEST):
        return soort, ONVOLLEDIG
    return soort, code


def _zonder_json(code: int, koppen: Mapping[str, str], wacht: float | None, schrijven: bool) -> Doelantwoord:
    """Something else answered: a firewall, the web server, a page for maintenance."""
    if 300 <= code < 400:
        naar = leesbaar(koppen.get("location", ""))
        return Doelantwoord(code, melding=f"Dit adres stuurt door naar {naar or 'een ander adres'}.")
    if code == 403 and schrijven:
        # Who may read and not write this one text meets a filter on words: that is of the document.
        return Doelantwoord(ONBRUIKBAAR, melding="Een beveiliging vóór WordPress weigert deze tekst (403).")
    if code in (401, 403):
        return Doelantwoord(code, melding=f"Een beveiliging vóór WordPress houdt ons tegen ({code}).")
    if code == 503:
        return Doelantwoord(code, melding=ONDERHOUD, wacht_seconden=wacht)
    if code >= 500 or code in (408, 413, 425, 429):
        return Doelantwoord(code, melding=f"De webserver antwoordt met {code}.", wacht_seconden=wacht)
    if code == 410:
        return Doelantwoord(code, melding="Op dit adres staat niets meer (410).")
    return Doelantwoord(ONVOLLEDIG, melding=f"Op dit adres antwoordt geen WordPress ({code}).")


def _foutcode(inhoud: Any) -> str:
    """Of `{"code": …, "message": …, "data": {"status": …}}`; empty for everything else."""
    if isinstance(inhoud, dict) and "message" in inhoud and isinstance(inhoud.get("code"), str):
        return str(inhoud["code"])
    return ""


def _afdaling(inhoud: Any, *namen: str) -> Mapping[str, Any]:
    """The object at the end of these names, or an empty one."""
    for naam in namen:
        inhoud = inhoud.get(naam) if isinstance(inhoud, dict) else None
    return inhoud if isinstance(inhoud, dict) else {}


def _melding(inhoud: Any, soort: str, code: int) -> str:
    """In our words where we have them, else WordPress' own without its HTML."""
    if code == 503:
        return ONDERHOUD
    if soort in GEEN_RECHT:
        return NIET_AANGEMELD if code == 401 else ROL
    hunne = leesbaar(re.sub(r"<[^>]*>", " ", str(inhoud.get("message", ""))))
    return UITLEG.get(soort) or f"WordPress zegt: {hunne} ({leesbaar(soort)})"


def _json(lichaam: bytes) -> Any:
    """The JSON in an answer, also behind a notice that PHP puts in front of it; None when there is none."""
    tekst = lichaam.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    for gevonden in islice(re.finditer(r"(?m)^[\[{]", tekst), MEESTE_POGINGEN):
        try:
            gelezen, einde = json.JSONDecoder().raw_decode(tekst, gevonden.start())
        except (ValueError, RecursionError):
            continue
        if isinstance(gelezen, dict | list) and not tekst[einde:].strip():
            return gelezen
    return None
