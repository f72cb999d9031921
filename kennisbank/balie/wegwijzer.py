"""Names of products in a text of the desk become links to them: which answer to a question back leads where.

Pure. Reads safe HTML (`redactie/opmaak.py`) and gives safe HTML. Whole titles only, the longest first, and nothing
inside a link that stands there already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

_TAG = re.compile(r"(<[^>]*>)")
KORTSTE_TITEL = 4


def met_links(html: str, titels: Mapping[str, str], adres: Callable[[str], str]) -> str:
    """`titels`: key → title of what may be linked to. `adres`: the address of a key."""
    sleutels = {
        escape(titel).casefold(): sleutel for sleutel, titel in titels.items() if len(titel) >= KORTSTE_TITEL
    }
    if not sleutels:
        return html
    namen = "|".join(re.escape(titel) for titel in sorted(sleutels, key=len, reverse=True))
    patroon = re.compile(rf"(?<![\w-])(?:{namen})(?![\w-])", re.IGNORECASE)

    def link(gevonden: re.Match[str]) -> str:
        sleutel = sleutels.get(gevonden[0].casefold())
        if sleutel is None:
            return gevonden[0]
        return f'<a href="{escape(adres(sleutel))}" data-open="{escape(sleutel)}">{gevonden[0]}</a>'

    uit, in_link = [], 0
    for stuk in _TAG.split(html):
        if stuk.startswith("<"):
            in_link += stuk.startswith("<a ") - stuk.startswith("</a")
            uit.append(stuk)
        else:
            uit.append(stuk if in_link else patroon.sub(link, stuk))
    return "".join(uit)
