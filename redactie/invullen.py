"""Filling in one text: each token becomes its value, as words that cannot be mark-up.

A fact without a value replaces its block by a fixed sentence, never with an old value; in the target of a link the
link becomes its words. Which value counts is decided in `opzoeken.py`, what a block is in `blokken.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from redactie.blokken import Blok, BlokSoort, blokken
from redactie.bronnen import Feiten
from redactie.keuzes import GegevenSoort
from redactie.linkadres import als_deel, als_url, is_veilig, kaal_doel, maillink, telefoonlink
from redactie.markdownregels import LIJSTITEM
from redactie.opzoeken import VERSCHILT, Gevonden, Stand, zoek_op
from redactie.tokens import Token, TokenSoort, tokens_in

BEDRAG_ONBEKEND = "Dit bedrag is nog niet bekend."
ONBEKEND = {
    GegevenSoort.TEKST: "Dit is nog niet bekend.",
    GegevenSoort.ADRES: "Dit adres is nog niet bekend.",
    GegevenSoort.URL: "Dit internetadres is nog niet bekend.",
    GegevenSoort.TELEFOON: "Dit telefoonnummer is nog niet bekend.",
    GegevenSoort.E_MAIL: "Dit e-mailadres is nog niet bekend.",
    GegevenSoort.TERMIJN: "Deze termijn is nog niet bekend.",
}
TABELKOP = "| Omschrijving | Bedrag |\n| --- | --- |"

_LINK = re.compile(
    r"(?<!\\)\[(?P<tekst>(?:\\.|[^\[\]\\])*)\]\((?P<doel>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)", re.DOTALL
)
# What Markdown could read as mark-up. The first group can be escaped with a backslash; the second cannot.
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#!|]")
_TEKENS = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


@dataclass(slots=True)
class Invuller:
    """Fills texts for one bereik at one moment and keeps what was found and what was missing."""

    feiten: Feiten
    op: datetime
    intern_mag: bool = False
    gevonden: dict[str, Gevonden] = field(default_factory=dict)
    gemist: dict[str, str] = field(default_factory=dict)
    """token → why it has no value here, in Dutch."""

    def markdown(self, tekst: str) -> str:
        """A Markdown text with its tokens resolved."""
        if not tokens_in(tekst):
            return tekst
        return "".join(self._blok(blok) for blok in blokken(tekst))

    def plat(self, tekst: str) -> str:
        """A plain text of one or more paragraphs with its tokens resolved."""
        if not tokens_in(tekst):
            return tekst
        return re.sub(r"[^\n]+(?:\n[^\n]+)*", lambda alinea: self._platte_alinea(alinea[0]), tekst)

    def regel(self, tekst: str) -> str:
        """One plain line (a title, a label): a token without a value falls away."""

        def waarde(token: Token) -> str:
            gevonden = self._zoek(token)
            return "" if gevonden is None else gevonden.tekst

        return " ".join(_vervang(tekst, waarde).split()) if tokens_in(tekst) else tekst

    def adres(self, doel: str) -> str | None:
        """The address of a link or channel, or None where it has no (safe) value; the reason stands in `gemist`."""
        tokens = tokens_in(doel)
        waarden = {token.naam: self._zoek(token) for token in tokens}
        if any(gevonden is None or gevonden.stand is Stand.VERSCHILT for gevonden in waarden.values()):
            return None

        def waarde(token: Token) -> str:
            gevonden = waarden[token.naam]
            assert gevonden is not None
            return _in_adres(gevonden, doel[: token.begin])

        adres = _vervang(doel, waarde).strip()
        if is_veilig(adres):
            return adres
        self.gemist[tokens[0].naam if tokens else doel] = (
            "dit is geen adres dat met https, mailto of tel begint"
        )
        return None

    def onbekend(self, tokens: list[Token]) -> str:
        """The fixed sentence for a block of which these facts have no value, in plain words."""
        zin = BEDRAG_ONBEKEND
        if not any(token.soort in (TokenSoort.TARIEF, TokenSoort.TARIEVEN) for token in tokens):
            gevonden = self.gevonden[tokens[0].naam]
            zin = ONBEKEND[GegevenSoort.TEKST if gevonden.intern else gevonden.soort]
        telefoon = self.feiten.gemeente.telefoon.strip()
        return f"{zin} Bel {telefoon}." if telefoon else zin

    def _zoek(self, token: Token) -> Gevonden | None:
        """What a token reads as, or None when it has no value here."""
        gevonden = self.gevonden.get(token.naam)
        if gevonden is None:
            gevonden = self.gevonden[token.naam] = zoek_op(token, self.feiten, self.op)
        if gevonden.intern and not self.intern_mag:
            self.gemist[token.naam] = "dit is een intern gegeven; het mag hier niet staan"
            return None
        if gevonden.stand is Stand.ONTBREEKT:
            self.gemist[token.naam] = gevonden.reden
            return None
        for regel in gevonden.regels:
            if not regel.bedrag:
                self.gemist[regel.token] = "geen tarief dat nu geldt"
        return gevonden

    def _gemist_in(self, tekst: str) -> list[Token]:
        return [token for token in tokens_in(tekst) if self._zoek(token) is None]

    def _platte_alinea(self, tekst: str) -> str:
        gemist = self._gemist_in(tekst)
        return self.onbekend(gemist) if gemist else _vervang(tekst, lambda token: self._waarde(token).tekst)

    def _waarde(self, token: Token) -> Gevonden:
        gevonden = self._zoek(token)
        assert gevonden is not None
        return gevonden

    def _blok(self, blok: Blok) -> str:
        if not tokens_in(blok.tekst):
            return blok.bron
        if blok.soort is BlokSoort.TARIEVEN:
            return self._tarieven(blok)
        if blok.soort is BlokSoort.TABELRIJ:
            return f"{blok.voor}{self._tabelrij(blok.tekst)}{blok.na}"
        gemist = self._gemist_in(_zonder_linkdoelen(blok.tekst))
        if not gemist:
            return f"{blok.voor}{self._woorden(blok.tekst)}{blok.na}"
        if blok.soort is BlokSoort.KOP:
            # A heading cannot say it: the sentence becomes a paragraph of its own.
            return f"\n{self._zin(gemist)}{blok.na}\n"
        return f"{blok.voor}{self._zin(gemist)}{blok.na}"

    def _zin(self, gemist: list[Token]) -> str:
        telefoon = self.feiten.gemeente.telefoon.strip()
        link = telefoonlink(telefoon)
        zin = self.onbekend(gemist)
        if not link:
            return escape(zin)
        return escape(zin).replace(f"Bel {escape(telefoon)}.", f"Bel [{escape(telefoon)}]({link}).")

    def _tarieven(self, blok: Blok) -> str:
        """A table in the place of a line `{tarieven:…}`, with blank lines around it and the same indentation."""
        token = tokens_in(blok.tekst)[0]
        gevonden = self._zoek(token)
        if gevonden is None:
            regels = [self._zin([token])]
        elif gevonden.stand is Stand.VERSCHILT:
            regels = [f"Dit {VERSCHILT}."]
        else:
            rijen = [
                f"| {escape(rij.omschrijving)} | {escape(rij.bedrag) or self._zin([token])} |"
                for rij in gevonden.regels
            ]
            regels = [*TABELKOP.split("\n"), *rijen]
        einde = blok.na or "\n"
        wit = blok.voor.rstrip(" ") + "\n"
        return f"{wit}{''.join(f'{blok.voor}{regel}{einde}' for regel in regels)}{wit}"

    def _tabelrij(self, rij: str) -> str:
        """The row keeps the label in its first cell; the rest makes way for the sentence."""
        gemist = self._gemist_in(_zonder_linkdoelen(rij))
        if not gemist:
            return self._woorden(rij)
        cellen = re.split(r"(?<!\\)\|", rij.strip().strip("|"))
        label = self._woorden(cellen[0]).strip() if not self._gemist_in(cellen[0]) else ""
        inhoud = [label, self._zin(gemist)] if label and len(cellen) > 1 else [self._zin(gemist)]
        return "| " + " | ".join((inhoud + [""] * len(cellen))[: len(cellen)]) + " |"

    def _woorden(self, tekst: str) -> str:
        """Tokens in running text and in links; every token in running text has a value here."""
        uit = []
        plek = 0
        for link in _LINK.finditer(tekst):
            if not tokens_in(link[0]):
                continue
            uit.append(_vervang(tekst[plek : link.start()], self._in_tekst))
            woorden = _vervang(link["tekst"], lambda token: escape(self._waarde(token).tekst))
            adres = self.adres(kaal_doel(link["doel"])) if tokens_in(link["doel"]) else link["doel"]
            uit.append(f"[{woorden}]({adres})" if adres is not None else woorden)
            plek = link.end()
        uit.append(_vervang(tekst[plek:], self._in_tekst))
        return _zonder_nieuwe_blokken(tekst, "".join(uit))

    def _in_tekst(self, token: Token) -> str:
        gevonden = self._waarde(token)
        woorden = escape(gevonden.tekst)
        if gevonden.stand is Stand.VERSCHILT:
            return woorden
        if gevonden.soort is GegevenSoort.URL:
            url = als_url(gevonden.tekst)
            return (
                f"[{escape(gevonden.tekst.removeprefix('https://'))}]({url})" if is_veilig(url) else woorden
            )
        link = {GegevenSoort.TELEFOON: telefoonlink, GegevenSoort.E_MAIL: maillink}.get(gevonden.soort)
        adres = link(gevonden.tekst) if link is not None else ""
        return f"[{woorden}]({adres})" if adres else woorden


def escape(waarde: str) -> str:
    """A value as words in Markdown: nothing in it is mark-up, a link, HTML or a token."""
    waarde = _MARKDOWN.sub(r"\\\g<0>", " ".join(waarde.split()))
    return "".join(_TEKENS.get(teken, teken) for teken in waarde)


def _in_adres(gevonden: Gevonden, ervoor: str) -> str:
    """A value in the target of a link; at the front it is the address, further on a piece of one."""
    if ervoor.strip():
        if ervoor.strip().lower() == "tel:":
            return telefoonlink(gevonden.tekst).removeprefix("tel:")
        if ervoor.strip().lower() == "mailto:":
            return maillink(gevonden.tekst).removeprefix("mailto:")
        return als_deel(gevonden.tekst)
    if gevonden.soort is GegevenSoort.TELEFOON:
        return telefoonlink(gevonden.tekst)
    if gevonden.soort is GegevenSoort.E_MAIL:
        return maillink(gevonden.tekst)
    return als_url(gevonden.tekst) if gevonden.soort is GegevenSoort.URL else ""


def _zonder_linkdoelen(tekst: str) -> str:
    return _LINK.sub(lambda link: f"[{link['tekst']}]", tekst)


def _zonder_nieuwe_blokken(bron: str, ingevuld: str) -> str:
    """A line that begins with a value must not become a list or an underlined heading by what the value says."""
    regels = []
    for voor, na in zip(bron.split("\n"), ingevuld.split("\n"), strict=True):
        item = LIJSTITEM.match(na) if not LIJSTITEM.match(voor) else None
        if item is not None:
            plek = item.end("teken") - 1
            na = f"{na[:plek]}\\{na[plek:]}"
        elif re.fullmatch(r"\s*[=\-]+\s*", na) and voor != na:
            na = na.replace("=", "&#61;").replace("-", "\\-")
        regels.append(na)
    return "\n".join(regels)


def _vervang(tekst: str, waarde: Callable[[Token], str]) -> str:
    """Every token replaced in one pass: what a value says is never read again."""
    uit = []
    plek = 0
    for token in tokens_in(tekst):
        uit += [tekst[plek : token.begin], waarde(token)]
        plek = token.einde
    return "".join([*uit, tekst[plek:]])
