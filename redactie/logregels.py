"""A row of the log in words: why something was done, from what was recorded with it. Pure.

What is recorded differs per action (`log(..., data=...)`); here is the one place that reads it for people. Texts
themselves are not in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from redactie.datums import datum_met_jaar
from redactie.keuzes import Klasse
from redactie.periode import dag_van


def waarom(gegevens: Mapping[str, Any]) -> str:
    """`Kosten: houden. Onze balie neemt geen contant geld aan.` Empty when nothing was said."""
    besluit = gegevens.get("besluit") or gegevens.get("wijze")
    kern = [deel for deel in (_velden(gegevens), str(besluit).lower() if besluit else "") if deel]
    zinnen = [": ".join(kern), _verandering(gegevens), _bedrag(gegevens), _moment(gegevens)]
    zinnen += [str(gegevens.get(naam) or "").strip() for naam in ("toelichting", "reden", "comment")]
    return " ".join(zin if zin.endswith((".", "!", "?")) else f"{zin}." for zin in zinnen if zin)


def _velden(gegevens: Mapping[str, Any]) -> str:
    velden = gegevens.get("velden") or [gegevens.get("veld") or ""]
    return ", ".join(str(veld) for veld in velden if veld)


def _verandering(gegevens: Mapping[str, Any]) -> str:
    was, wordt = gegevens.get("was"), gegevens.get("wordt")
    if was not in set(Klasse) or wordt not in set(Klasse):
        return ""
    return f"Van {was} naar {wordt}"


def _bedrag(gegevens: Mapping[str, Any]) -> str:
    bedrag = gegevens.get("bedrag")
    if not bedrag or bedrag == "None":
        return ""
    return f"€ {str(bedrag).replace('.', ',')}"


def _moment(gegevens: Mapping[str, Any]) -> str:
    """The day that it is about: when a text comes into force, from when an amount holds."""
    gezegd = gegevens.get("vanaf") or (gegevens.get("van") if "bedrag" in gegevens else None)
    if not isinstance(gezegd, str):
        return ""
    try:
        moment = datetime.fromisoformat(gezegd)
    except ValueError:
        return ""
    dag = dag_van(moment) if moment.tzinfo is not None else moment.date()
    return f"Vanaf {datum_met_jaar(dag)}"
