"""Values as the import format writes them: in a CSV cell, and in YAML front matter. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

# Plain in a flow sequence or mapping: nothing that YAML could read as anything but text. PyYAML stumbles over `0?`.
KAAL = re.compile(r"[^\W_][\w .()/+'’€%&-]*(?<! )")
# Line ends for YAML, and what it cannot print.
ONTSNAP = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def cel(waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Decimal):
        return f"{waarde:.2f}"
    if isinstance(waarde, datetime):
        return moment(waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, tuple):
        return ";".join(map(str, waarde))
    return str(waarde)


def moment(waarde: datetime) -> str:
    """A date when it is midnight: then whole days are meant."""
    return waarde.strftime("%Y-%m-%d" if (waarde.hour, waarde.minute) == (0, 0) else "%Y-%m-%dT%H:%M")


def einde(waarde: datetime | None) -> str:
    """The end of a period: at midnight, the day before is its last day."""
    if waarde is None:
        return ""
    if (waarde.hour, waarde.minute) == (0, 0):
        return (waarde.date() - timedelta(days=1)).isoformat()
    return moment(waarde)


def yaml_tekst(waarde: object) -> str:
    """One scalar, plain where that is safe and otherwise between double quotes."""
    tekst = cel(waarde)
    if KAAL.fullmatch(tekst):
        return tekst
    return ONTSNAP.sub(lambda teken: f"\\u{ord(teken.group()):04x}", json.dumps(tekst, ensure_ascii=False))


def yaml_lijst(leden: Iterable[object]) -> str:
    return f"[{', '.join(yaml_tekst(lid) for lid in leden)}]"


def yaml_blok(paren: Mapping[str, object]) -> str:
    """A flow mapping of the pairs that have a value."""
    gevuld = [f"{naam}: {yaml_tekst(waarde)}" for naam, waarde in paren.items() if cel(waarde)]
    return "{" + ", ".join(gevuld) + "}"
