"""What an agent gives to a caller: the facts as plain text, as HTML, and as a message in the agent's mail program.

Pure. Takes a `PubliekeInhoud` and nothing else of a publication: no internal note, number or fact can get in (the
spoken answer is internal too, and is said, not sent). Where the product is not offered the texts of the region do not
hold; then what is given is where to go instead.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from kennisbank.balie.inhoud import PubliekeInhoud
from redactie.keuzes import Status
from redactie.veld import PUBLIEKE_VELDEN, Veld

FEITEN = (Veld.KOSTEN, Veld.WANNEER, Veld.TERMIJN, Veld.MEENEMEN, Veld.AANPAK, Veld.VOORWAARDEN)
"""In the order in which callers ask; the page of the municipality has the rest."""

LANGSTE_ADRES = 1900
"""Mail programs on Windows drop a `mailto:` of more than about 2,000 characters."""

TAAL = "nl"


@dataclass(frozen=True, slots=True)
class Afzender:
    """Whose answer it is. `weblink`: the public page, empty when there is none; `telefoon`: the public number."""

    gemeente: str
    afdeling: str
    telefoon: str
    weblink: str


@dataclass(frozen=True, slots=True)
class Passage:
    kop: str
    tekst: str
    html: str


@dataclass(frozen=True, slots=True)
class Meegeven:
    titel: str
    afzender: Afzender
    passages: tuple[Passage, ...]

    @property
    def tekst(self) -> str:
        return _als_tekst(self, self.passages, heel=True)

    @property
    def html(self) -> str:
        return "".join(_als_html(self))

    @property
    def mailto(self) -> str:
        """As many whole parts as fit; what is left out stands on the public page."""
        for aantal in range(len(self.passages), -1, -1):
            adres = _mailto(self, aantal)
            if len(adres) <= LANGSTE_ADRES:
                break
        return adres


def meegeven(publiek: PubliekeInhoud, afzender: Afzender, *, zonder: Collection[Veld] = ()) -> Meegeven:
    """`zonder`: fields that do not hold for whoever gets this."""
    inhoud = publiek["talen"][TAAL]
    return Meegeven(inhoud["titel"], afzender, tuple(_passages(publiek, zonder)))


def _passages(publiek: PubliekeInhoud, zonder: Collection[Veld]) -> Iterator[Passage]:
    inhoud = publiek["talen"][TAAL]
    if Status(publiek["status"]) is not Status.AANGEBODEN:
        yield Passage("", publiek["status_toelichting"], publiek["status_html"])
        return
    if Veld.SAMENVATTING not in zonder:
        yield Passage("", inhoud["samenvatting"], f"<p>{escape(inhoud['samenvatting'])}</p>")
    velden = {lid["veld"]: lid for lid in inhoud["velden"]}
    for veld in FEITEN:
        if veld in PUBLIEKE_VELDEN and veld not in zonder and (lid := velden.get(veld.value)):
            yield Passage(veld.kop, lid["tekst"], lid["html"])
    regelen = [(lid["label"], lid["adres"]) for lid in publiek["kanalen"] if lid["adres"]]
    if regelen:
        yield Passage(
            "Direct regelen",
            "\n".join(f"- {label}: {adres}" for label, adres in regelen),
            "".join(f'<p><a href="{escape(adres)}">{escape(label)}</a></p>' for label, adres in regelen),
        )


def _als_tekst(antwoord: Meegeven, passages: tuple[Passage, ...], *, heel: bool) -> str:
    """`heel`: nothing was left out."""
    blokken = [
        f"{antwoord.titel}\n{antwoord.afzender.gemeente}",
        *(f"{passage.kop}\n{passage.tekst}" if passage.kop else passage.tekst for passage in passages),
        "\n".join(_slot(antwoord.afzender, heel=heel)),
    ]
    # A space that does not break counts for six in an address, and some programs show it as a sign.
    return "\n\n".join(blok for blok in blokken if blok).replace("\N{NO-BREAK SPACE}", " ")


def _als_html(antwoord: Meegeven) -> Iterator[str]:
    yield f"<p><strong>{escape(antwoord.titel)}</strong><br>{escape(antwoord.afzender.gemeente)}</p>"
    for passage in antwoord.passages:
        if passage.kop:
            yield f"<p><strong>{escape(passage.kop)}</strong></p>"
        yield passage.html
    for regel in _slot(antwoord.afzender, heel=True):
        yield f"<p>{escape(regel)}</p>"


def _slot(afzender: Afzender, *, heel: bool) -> Iterator[str]:
    if afzender.weblink:
        yield f"{'Meer informatie' if heel else 'Lees verder'}: {afzender.weblink}"
    if afzender.telefoon:
        wie = afzender.afdeling or afzender.gemeente
        yield f"Vragen? {wie}: {afzender.telefoon}"


def _mailto(antwoord: Meegeven, aantal: int) -> str:
    onderwerp = f"{antwoord.titel} ({antwoord.afzender.gemeente})"
    tekst = _als_tekst(antwoord, antwoord.passages[:aantal], heel=aantal == len(antwoord.passages))
    # RFC 6068: lines end with CRLF.
    regels = tekst.replace("\n", "\r\n")
    return f"mailto:?subject={quote(onderwerp, safe='')}&body={quote(regels, safe='')}"
