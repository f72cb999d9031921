"""Forms of verbs that the stemmer leaves apart: strong verbs, with whatever stands before them.

`kwijtgescholden` is kwijt + gescholden, so it gets the stem of kwijtschelden; `verbroken` is ver + (ge)broken. The
verbs are data (`data/sterk.txt`); which words are weak forms of each other is in `data/vormen.txt`.
"""

from __future__ import annotations

from functools import cache

from search.analyse.bronnen import STERK, regels

SCHEIDBAAR = (
    *(
        "aan",
        "achter",
        "af",
        "binnen",
        "bij",
        "buiten",
        "door",
        "in",
        "kwijt",
        "langs",
        "los",
        "mee",
        "mis",
        "na",
    ),
    *(
        "neer",
        "om",
        "op",
        "open",
        "over",
        "plaats",
        "rond",
        "samen",
        "schoon",
        "stil",
        "tegen",
        "terug",
        "thuis",
    ),
    *("toe", "uit", "vast", "voor", "vrij", "weg"),
)
"""Particles: the participle keeps its ge- (aangegeven)."""
VAST = ("be", "her", "mis", "om", "onder", "ont", "over", "ver", "voor", "door")
"""Prefixes: the participle has no ge- (verbroken)."""


@cache
def _vormen() -> dict[str, str]:
    gevonden: dict[str, str] = {}
    for regel in regels(STERK):
        sleutel, _, vormen = regel.partition(":")
        gevonden.update(dict.fromkeys(vormen.split(), sleutel.strip()))
    return gevonden


@cache
def _zonder_ge() -> dict[str, str]:
    """Participles as they stand behind a prefix: broken, of gebroken."""
    kaal = {
        vorm[2:]: sleutel
        for vorm, sleutel in _vormen().items()
        if vorm.startswith("gege" if sleutel.startswith("ge") else "ge")  # geven is no participle
    }
    return kaal | _vormen()


def sterke_stam(woord: str) -> str | None:
    """The stem of a form of a strong verb, particle or prefix included; None for any other word."""
    sleutel = _vormen().get(woord)
    if sleutel is not None:
        return sleutel
    return _achter(woord, SCHEIDBAAR, _vormen()) or _achter(woord, VAST, _zonder_ge())


def _achter(woord: str, voorvoegsels: tuple[str, ...], vormen: dict[str, str]) -> str | None:
    for voor in voorvoegsels:
        if woord.startswith(voor) and len(woord) > len(voor) + 2:
            rest = woord.removeprefix(voor)
            if rest in vormen:
                return voor + vormen[rest]
    return None
