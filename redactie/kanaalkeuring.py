"""What must hold of a channel: an address that can become a safe link, and a label for its button."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from redactie.bronnen import KanaalBron
from redactie.fout import Fout
from redactie.keuzes import KanaalWijze
from redactie.linkadres import is_veilig, maillink, telefoonlink
from redactie.oplossen import ZONDER_ADRES
from redactie.tokens import TokenSoort, tokens_in
from redactie.veldkeuring import BekendeFeiten, kan_adres_zijn, keur_tokens


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
    yield from keur_tokens(None, f"{adres}\n{kanaal.label}", bekend, intern_mag=False)
    if any(token.soort is not TokenSoort.GEMEENTE for token in tokens_in(kanaal.label)):
        yield Fout(None, "in de tekst op de knop kan alleen {gemeente.naam}.", kanaal.label)
    if not adres:
        if kanaal.wijze not in ZONDER_ADRES:
            yield Fout(None, "vul een adres in.")
        return
    tokens = tokens_in(adres)
    if tokens and tokens[0].begin == 0:
        if not kan_adres_zijn(tokens[0], bekend):
            yield Fout(None, f"{tokens[0]} is geen internetadres, telefoonnummer of e-mailadres.", adres)
        return
    proef = adres
    for token in reversed(tokens):
        proef = f"{proef[: token.begin]}1{proef[token.einde :]}"
    nummer = kanaal.wijze is KanaalWijze.TELEFOON and telefoonlink(proef)
    mail = kanaal.wijze is KanaalWijze.E_MAIL and maillink(proef)
    if not (is_veilig(proef) or nummer or mail or (tokens and proef.lower() == "mailto:1")):
        yield Fout(None, f"een adres begint met https://, mailto: of tel:. Nu staat er “{adres}”.", adres)
