"""What must hold of one text of one field: its form, its mark-up, and the tokens in it.

`keuring.py` asks this of every field; mark-up itself is judged in `markdownfouten.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from redactie.bronnen import GegevenBron, TariefBron
from redactie.fout import Fout, fragment_bij
from redactie.keuzes import GegevenSoort
from redactie.opmaak import naar_platte_tekst, tekstfouten
from redactie.tokens import Token, TokenSoort, misvormd_in, tokens_in
from redactie.veld import MAX_SAMENVATTING, MAX_SPREEKANTWOORD_WOORDEN, MAX_TITEL, Veld

_LINKBAAR = frozenset({GegevenSoort.URL, GegevenSoort.TELEFOON, GegevenSoort.E_MAIL})
_PLATTE_OPMAAK = re.compile(r"\*\*|__|\]\(|^ {0,3}(?:#{1,6} |[-*+] |\d+[.)] |> )|<[A-Za-z/!]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class BekendeFeiten:
    """Which keys there are, of the region and of the municipalities that the text is for, of any period."""

    gegevens: frozenset[str] = frozenset()
    interne: frozenset[str] = frozenset()
    """Keys of which some row is internal."""
    linkbaar: frozenset[str] = frozenset()
    """Keys that can be the target of a link: every row is an internet address, a telephone number or an e-mail."""
    tarieven: frozenset[str] = frozenset()
    groepen: frozenset[str] = frozenset()

    @classmethod
    def uit(cls, gegevens: Iterable[GegevenBron], tarieven: Iterable[TariefBron]) -> BekendeFeiten:
        gegevens, tarieven = tuple(gegevens), tuple(tarieven)
        alle = frozenset(gegeven.sleutel for gegeven in gegevens)
        return cls(
            gegevens=alle,
            interne=frozenset(gegeven.sleutel for gegeven in gegevens if gegeven.intern),
            linkbaar=alle - {gegeven.sleutel for gegeven in gegevens if gegeven.soort not in _LINKBAAR},
            tarieven=frozenset(tarief.sleutel for tarief in tarieven),
            groepen=frozenset(tarief.groep for tarief in tarieven if tarief.groep),
        )

    def kent(self, token: Token) -> bool:
        return {
            TokenSoort.GEMEENTE: frozenset({token.sleutel}),
            TokenSoort.GEGEVEN: self.gegevens,
            TokenSoort.TARIEF: self.tarieven,
            TokenSoort.TARIEVEN: self.groepen,
        }[token.soort].__contains__(token.sleutel)


def keur_veld(veld: Veld, tekst: str, bekend: BekendeFeiten) -> list[Fout]:
    """One text of one field; an empty one is fine here."""
    if not tekst.strip():
        return []
    if veld is Veld.TITEL:
        return [*_titel(tekst), *keur_tokens(veld, tekst, bekend, intern_mag=False)]
    if veld is Veld.SAMENVATTING:
        return [*_samenvatting(tekst), *keur_tokens(veld, tekst, bekend, intern_mag=False)]
    fouten = keur_markdown(veld, tekst, bekend, intern_mag=not veld.mededeelbaar)
    if veld is Veld.SPREEKANTWOORD:
        fouten += _spreekantwoord(tekst)
    return fouten


def keur_markdown(veld: Veld | None, tekst: str, bekend: BekendeFeiten, *, intern_mag: bool) -> list[Fout]:
    opmaak = [replace(fout, veld=veld) for fout in tekstfouten(tekst)]
    return [*opmaak, *keur_tokens(veld, tekst, bekend, intern_mag=intern_mag)]


def keur_tokens(veld: Veld | None, tekst: str, bekend: BekendeFeiten, *, intern_mag: bool) -> Iterator[Fout]:
    for misvormd in misvormd_in(tekst):
        fragment = fragment_bij(misvormd.fragment, 0)
        yield Fout(veld, f"“{fragment}” is geen goed token. {misvormd.reden}", fragment)
    for token in dict.fromkeys(str(token) for token in tokens_in(tekst)):
        (gelezen,) = tokens_in(token)
        if not bekend.kent(gelezen):
            yield Fout(
                veld, f"{token} bestaat niet. Kies een {gelezen.soort.label.lower()} uit de lijst.", token
            )
        elif gelezen.soort is TokenSoort.GEGEVEN and gelezen.sleutel in bekend.interne and not intern_mag:
            yield Fout(
                veld,
                f"{token} is intern. Het kan alleen in een veld staan dat niemand voorleest of mailt.",
                token,
            )
    for match in re.finditer(r"\]\((\{[^{}\s]+\})", tekst):
        for token_in_link in tokens_in(match[1]):
            if not kan_adres_zijn(token_in_link, bekend):
                melding = f"{token_in_link} kan geen link zijn: het is geen internetadres."
                yield Fout(veld, melding, str(token_in_link))


def kan_adres_zijn(token: Token, bekend: BekendeFeiten) -> bool:
    if token.soort is TokenSoort.GEMEENTE:
        return token.sleutel != "naam"
    # An unknown key has its own message.
    return token.soort is TokenSoort.GEGEVEN and (token.sleutel in bekend.linkbaar or not bekend.kent(token))


def _titel(tekst: str) -> Iterator[Fout]:
    if "\n" in tekst.strip():
        yield Fout(Veld.TITEL, "Een titel is één regel.", fragment_bij(tekst, 0))
    if len(tekst.strip()) > MAX_TITEL:
        melding = f"De titel heeft {len(tekst.strip())} tekens. Het maximum is {MAX_TITEL}."
        yield Fout(Veld.TITEL, melding, fragment_bij(tekst, MAX_TITEL))
    yield from _plat(Veld.TITEL, tekst)


def _samenvatting(tekst: str) -> Iterator[Fout]:
    tekst = tekst.strip()
    if len(tekst) > MAX_SAMENVATTING:
        melding = f"De samenvatting heeft {len(tekst)} tekens. Het maximum is {MAX_SAMENVATTING}."
        yield Fout(Veld.SAMENVATTING, melding, fragment_bij(tekst, MAX_SAMENVATTING))
    if not tekst.endswith((".", "!", "?")):
        melding = "De samenvatting bestaat uit hele zinnen: eindig met een punt, vraagteken of uitroepteken."
        yield Fout(Veld.SAMENVATTING, melding, fragment_bij(tekst, max(0, len(tekst) - 40)))
    yield from _plat(Veld.SAMENVATTING, tekst)


def _plat(veld: Veld, tekst: str) -> Iterator[Fout]:
    opmaak = _PLATTE_OPMAAK.search(tekst)
    if opmaak is not None:
        fragment = fragment_bij(tekst, opmaak.start())
        yield Fout(veld, f"Hier kan geen opmaak, link of HTML: “{fragment}”.", fragment)


def _spreekantwoord(tekst: str) -> list[Fout]:
    woorden = [woord for woord in naar_platte_tekst(tekst).split() if re.search(r"\w", woord)]
    if len(woorden) <= MAX_SPREEKANTWOORD_WOORDEN:
        return []
    melding = f"Het spreekantwoord heeft {len(woorden)} woorden. Het maximum is {MAX_SPREEKANTWOORD_WOORDEN}."
    return [Fout(Veld.SPREEKANTWOORD, melding, " ".join(woorden[MAX_SPREEKANTWOORD_WOORDEN:][:8]))]
