"""A run as JSON: what was asked, what came, and the numbers. Read back to compare a later run with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kennisbank.relevantie.meten import Meting, Ronde, Score
from kennisbank.relevantie.samenvatten import Cijfers, vat_samen

VORM = "antwoord/relevantie/1"
DECIMALEN = 4


class OpslagFout(ValueError):
    """This file is no run of ours."""


@dataclass(frozen=True, slots=True)
class Herkomst:
    """What answered: engine, fingerprint of analysis and schema; which part was asked, with which seed."""

    motor: str
    vingerafdruk: str
    deel: str
    zaad: str


def naar_json(ronde: Ronde, herkomst: Herkomst) -> str:
    """One question per line: two runs can be laid side by side with any diff."""
    cijfers = {soort: _afgerond(asdict(lid)) for soort, lid in vat_samen(ronde.metingen).items()}
    kop = {
        "vorm": VORM,
        **asdict(herkomst),
        "samen": cijfers,
        "vervallen": list(ronde.vervallen),
    }
    regels = [json.dumps(asdict(meting), ensure_ascii=False) for meting in ronde.metingen]
    begin = json.dumps(kop, ensure_ascii=False, indent=1).removesuffix("\n}")
    return begin + ',\n "metingen": [\n  ' + ",\n  ".join(regels) + "\n ]\n}\n"


def uit_json(tekst: str) -> Ronde:
    """OpslagFout when it is something else."""
    try:
        inhoud = json.loads(tekst)
        if inhoud["vorm"] != VORM:
            raise OpslagFout(f"Onbekende vorm: {inhoud['vorm']!r}")
        return Ronde(
            tuple(_meting(rij) for rij in inhoud["metingen"]),
            tuple(inhoud["vervallen"]),
        )
    except (KeyError, TypeError, json.JSONDecodeError) as fout:
        raise OpslagFout(f"Dit is geen uitkomst van meet_zoeken: {fout!r}") from None


def cijfers_uit(tekst: str) -> dict[str, Cijfers]:
    """The numbers of a kept run, counted again from its questions."""
    return vat_samen(uit_json(tekst).metingen)


def _meting(rij: Mapping[str, Any]) -> Meting:
    bewerkt = rij["bewerkt"]
    return Meting(
        **{
            **rij,
            "gesteld": _score(rij["gesteld"]),
            "bewerkt": _score(bewerkt) if bewerkt is not None else None,
        }
    )


def _score(rij: Mapping[str, Any]) -> Score:
    return Score(**{**rij, "sleutels": tuple(rij["sleutels"])})


def _afgerond(waarde: Mapping[str, Any]) -> dict[str, Any]:
    return {naam: round(lid, DECIMALEN) if isinstance(lid, float) else lid for naam, lid in waarde.items()}
