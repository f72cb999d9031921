"""What must hold of texts before they are published or imported, central and local.

Pure: the caller brings the texts and which facts are known. A draft may fail all of this. Mark-up itself is judged
in `opmaak.py`, plain language (which never blocks) in `taalcheck.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from redactie.bronnen import AfwijkingBron, GegevenBron, KanaalBron, LokaleLaag, TariefBron
from redactie.fout import Fout, fragment_bij
from redactie.keuzes import Aangeboden, AfwijkingWijze, GegevenSoort, KanaalWijze
from redactie.linkadres import is_veilig, maillink, telefoonlink
from redactie.oplossen import ZONDER_ADRES
from redactie.opmaak import naar_platte_tekst, tekstfouten
from redactie.samenvoegen import SamengesteldProduct
from redactie.tokens import Token, TokenSoort, misvormd_in, tokens_in
from redactie.veld import MAX_SAMENVATTING, MAX_SPREEKANTWOORD_WOORDEN, MAX_TITEL, Veld

__all__ = ["BekendeFeiten", "Fout", "keur", "keur_kanalen", "keur_laag", "keur_samengesteld"]

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


def keur(
    teksten: Mapping[Veld, str], bekend: BekendeFeiten, *, kanalen: Iterable[KanaalBron] = ()
) -> list[Fout]:
    """The central texts of one product (the fields that are absent are empty) and its channels."""
    fouten = [
        Fout(veld, melding)
        for veld, melding in (
            (Veld.TITEL, "Vul een titel in."),
            (Veld.SAMENVATTING, "Vul een samenvatting in."),
        )
        if not teksten.get(veld, "").strip()
    ]
    for veld in Veld:
        fouten += keur_veld(veld, teksten.get(veld, ""), bekend)
    return [*fouten, *keur_kanalen(kanalen, bekend)]


def keur_laag(
    laag: LokaleLaag, bekend: BekendeFeiten, *, vaste_velden: frozenset[Veld] = frozenset()
) -> list[Fout]:
    """The deviations, the explanation and the channels of one local version."""
    fouten: list[Fout] = []
    if laag.aangeboden in (Aangeboden.NEE, Aangeboden.VALT_ONDER) and not laag.toelichting.strip():
        fouten.append(
            Fout(None, "Leg uit waarom de gemeente dit niet aanbiedt en waar iemand dan terechtkan.")
        )
    if laag.aangeboden is Aangeboden.VALT_ONDER and not laag.valt_onder:
        fouten.append(Fout(None, "Kies onder welk product dit valt."))
    fouten += _markdown(None, laag.toelichting, bekend, intern_mag=False)
    for afwijking in laag.afwijkingen:
        fouten += _afwijking(afwijking, bekend, vaste_velden)
    fouten += _dubbel(laag.afwijkingen)
    return [*fouten, *keur_kanalen(laag.kanalen, bekend)]


def keur_samengesteld(samengesteld: SamengesteldProduct) -> list[Fout]:
    """What must still hold of the merged texts: publishing in the CMS judges each layer, and calls no full check.

    Unknown and internal facts are not asked here: resolving replaces them and raises an alarm.
    """
    fouten = []
    titel, samenvatting = samengesteld.veld(Veld.TITEL), samengesteld.veld(Veld.SAMENVATTING)
    if titel is None or not titel.tekst.strip():
        fouten.append(Fout(Veld.TITEL, "Er is geen titel."))
    if samenvatting is None or not samenvatting.tekst.strip():
        fouten.append(Fout(Veld.SAMENVATTING, "Er is geen samenvatting."))
    for veld in samengesteld.velden:
        if veld.veld.enkele_regel and "\n" in veld.tekst.strip():
            fouten.append(Fout(veld.veld, "Een titel is één regel.", fragment_bij(veld.tekst, 0)))
        if not veld.veld.platte_tekst:
            fouten += [replace(fout, veld=veld.veld) for fout in tekstfouten(veld.tekst)]
    fouten += tekstfouten(samengesteld.status_toelichting)
    return fouten


def keur_veld(veld: Veld, tekst: str, bekend: BekendeFeiten) -> list[Fout]:
    """One text of one field; an empty one is fine here."""
    if not tekst.strip():
        return []
    if veld is Veld.TITEL:
        return [*_titel(tekst), *_tokens(veld, tekst, bekend, intern_mag=False)]
    if veld is Veld.SAMENVATTING:
        return [*_samenvatting(tekst), *_tokens(veld, tekst, bekend, intern_mag=False)]
    fouten = _markdown(veld, tekst, bekend, intern_mag=veld.intern)
    if veld is Veld.SPREEKANTWOORD:
        fouten += _spreekantwoord(tekst)
    return fouten


def keur_kanalen(kanalen: Iterable[KanaalBron], bekend: BekendeFeiten) -> list[Fout]:
    fouten: list[Fout] = []
    for kanaal in kanalen:
        if kanaal.vervalt:
            continue
        naam = f"{kanaal.actie.label}, {kanaal.wijze.label.lower()}"
        fouten += [
            replace(fout, melding=f"Kanaal “{naam}”: {fout.melding}") for fout in _kanaal(kanaal, bekend)
        ]
    return fouten


def _kanaal(kanaal: KanaalBron, bekend: BekendeFeiten) -> Iterator[Fout]:
    adres = kanaal.adres.strip()
    yield from _tokens(None, f"{adres}\n{kanaal.label}", bekend, intern_mag=False)
    if any(token.soort is not TokenSoort.GEMEENTE for token in tokens_in(kanaal.label)):
        yield Fout(None, "in de tekst op de knop kan alleen {gemeente.naam}.", kanaal.label)
    if not adres:
        if kanaal.wijze not in ZONDER_ADRES:
            yield Fout(None, "vul een adres in.")
        return
    tokens = tokens_in(adres)
    if tokens and tokens[0].begin == 0:
        if not _kan_adres_zijn(tokens[0], bekend):
            yield Fout(None, f"{tokens[0]} is geen internetadres, telefoonnummer of e-mailadres.", adres)
        return
    proef = adres
    for token in reversed(tokens):
        proef = f"{proef[: token.begin]}1{proef[token.einde :]}"
    nummer = kanaal.wijze is KanaalWijze.TELEFOON and telefoonlink(proef)
    mail = kanaal.wijze is KanaalWijze.E_MAIL and maillink(proef)
    if not (is_veilig(proef) or nummer or mail or (tokens and proef.lower() == "mailto:1")):
        yield Fout(None, f"een adres begint met https://, mailto: of tel:. Nu staat er “{adres}”.", adres)


def _kan_adres_zijn(token: Token, bekend: BekendeFeiten) -> bool:
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


def _markdown(veld: Veld | None, tekst: str, bekend: BekendeFeiten, *, intern_mag: bool) -> list[Fout]:
    opmaak = [replace(fout, veld=veld) for fout in tekstfouten(tekst)]
    return [*opmaak, *_tokens(veld, tekst, bekend, intern_mag=intern_mag)]


def _tokens(veld: Veld | None, tekst: str, bekend: BekendeFeiten, *, intern_mag: bool) -> Iterator[Fout]:
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
            yield Fout(veld, f"{token} is intern. Het kan alleen in een veld voor de balie staan.", token)
    for match in re.finditer(r"\]\((\{[^{}\s]+\})", tekst):
        for token_in_link in tokens_in(match[1]):
            if not _kan_adres_zijn(token_in_link, bekend):
                melding = f"{token_in_link} kan geen link zijn: het is geen internetadres."
                yield Fout(veld, melding, str(token_in_link))


def _afwijking(afwijking: AfwijkingBron, bekend: BekendeFeiten, vast: frozenset[Veld]) -> Iterator[Fout]:
    veld, wijze = afwijking.veld, afwijking.wijze
    if veld in vast:
        yield Fout(veld, "De regio heeft dit veld vastgezet. Een eigen tekst kan hier niet.")
    if veld is Veld.TITEL and wijze is not AfwijkingWijze.VERVANGEN:
        yield Fout(veld, "Een titel kunt u alleen vervangen.")
    if veld is Veld.SAMENVATTING and wijze is AfwijkingWijze.VERBERGEN:
        yield Fout(veld, "Een samenvatting kunt u niet verbergen.")
    if not afwijking.reden.strip():
        yield Fout(veld, "Schrijf op waarom uw gemeente hier afwijkt.")
    if wijze is AfwijkingWijze.VERBERGEN:
        if afwijking.tekst.strip():
            melding = "Een verborgen veld heeft geen tekst."
            yield Fout(veld, melding, fragment_bij(afwijking.tekst, 0))
        return
    if not afwijking.tekst.strip():
        melding = "Vul een tekst in."
        if wijze is AfwijkingWijze.VERVANGEN:
            melding += " Wilt u dat het veld wegvalt? Kies dan verbergen."
        yield Fout(veld, melding)
    yield from keur_veld(veld, afwijking.tekst, bekend)


def _dubbel(afwijkingen: tuple[AfwijkingBron, ...]) -> Iterator[Fout]:
    """At any moment per field one `ervoor`, one `erna` and one of `vervangen` and `verbergen`."""
    plaats = {AfwijkingWijze.VERBERGEN: AfwijkingWijze.VERVANGEN}
    for nummer, een in enumerate(afwijkingen):
        for ander in afwijkingen[nummer + 1 :]:
            zelfde_plaats = plaats.get(een.wijze, een.wijze) is plaats.get(ander.wijze, ander.wijze)
            if een.veld is ander.veld and zelfde_plaats and een.periode.overlapt(ander.periode):
                melding = "Op dit veld gelden twee afwijkingen tegelijk. Pas de data aan of haal er één weg."
                yield Fout(een.veld, melding)
