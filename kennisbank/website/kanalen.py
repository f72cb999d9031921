"""The words beside a channel, a kind of product and a status. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from redactie.keuzes import Inlogmiddel, KanaalWijze, Niveau, Productsoort, Status

SOORTLABEL = {Productsoort.VRAAG: "Vraag", Productsoort.VERWIJZING: "Andere organisatie"}
STATUSLABEL = {
    Status.NIET_AANGEBODEN: "Niet aangeboden",
    Status.VALT_ONDER: "Staat ergens anders",
    Status.VERVALLEN: "Bestaat niet meer",
}

_WAAR = {
    KanaalWijze.FORMULIER: "Online",
    KanaalWijze.APP: "In de app",
    KanaalWijze.BALIE: "Aan de balie",
    KanaalWijze.TELEFOON: "Per telefoon",
    KanaalWijze.POST: "Per post",
    KanaalWijze.E_MAIL: "Per e-mail",
}
# Who telephones, writes or comes along is not asked to sign in: saying so would only make people wonder.
_ONLINE = {KanaalWijze.FORMULIER, KanaalWijze.APP}


def inloggen(kanaal: Mapping[str, Any]) -> str:
    """“Inloggen met DigiD, niveau Midden”; for a channel without a screen nothing, unless it has an address online."""
    middel = Inlogmiddel(kanaal["inlogmiddel"])
    if middel is Inlogmiddel.GEEN:
        online = KanaalWijze(kanaal["wijze"]) in _ONLINE or kanaal["adres"].startswith("https:")
        return Inlogmiddel.GEEN.label if online else ""
    niveau = Niveau(kanaal["niveau"]).label if kanaal["niveau"] else ""
    return f"{middel.label}, niveau {niveau}" if niveau else middel.label


def waar(kanaal: Mapping[str, Any]) -> str:
    return _WAAR[KanaalWijze(kanaal["wijze"])]
