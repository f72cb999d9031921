"""The examples in docs/zoeken-analyse.md, made by the analysis itself, so that the page cannot say what is not so.

The page holds the prose; between two marks per step stands a table from here. After a change of the analysis:

    python -m search.analyse.voorbeelden
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from search.analyse.bronnen import ALLE
from search.analyse.keten import analyseer
from search.analyse.samenstelling import delen
from search.analyse.stam import snowball, stam
from search.analyse.stopwoorden import inhoud, is_stopwoord
from search.analyse.versie import CODE
from search.analyse.vouwen import indexwoorden, naam, vouw, woorden
from search.ontleden import Ontleding, ontleed
from search.synoniemen import Synoniem, Synoniemenlijst
from search.taallijst import taallijst
from search.woordenschat import Woordenschat

BLADZIJDE = Path(__file__).resolve().parents[2] / "docs" / "zoeken-analyse.md"
MERK = re.compile(r"(<!-- voorbeeld (\w+) -->\n).*?(<!-- einde -->)", re.DOTALL)
BEREIK = "dordrecht"
# What a small index holds: the words that the examples below are corrected to.
SCHAT = Woordenschat(
    dict.fromkeys(
        woorden(
            "afval afvalpas aanvragen bijstand bijstandsuitkering container gehandicaptenparkeerkaart grofvuil kwijt"
            " leges ophalen paspoort rijbewijs sloop trouwen vergunning verhuizing verlengen wijzigen wmo grof auto"
        ),
        1,
    )
)
REDACTIE = (
    Synoniem(("kliko", "container")),
    Synoniem(("bruiloft", "trouwen"), "heen"),
    Synoniem(("loungeset", "grofvuil"), gemeente=BEREIK),
)


def _tabel(koppen: Iterable[str], rijen: Iterable[Iterable[str]]) -> str:
    regels = [tuple(koppen), *(tuple(rij) for rij in rijen)]
    regels.insert(1, ("---",) * len(regels[0]))
    return "".join(f"| {' | '.join(rij)} |\n" for rij in regels)


def _code(teksten: Iterable[str]) -> str:
    return " ".join(f"`{tekst}`" for tekst in teksten) or "–"


def _lees(vraag: str, *, typend: bool = False, rijen: Iterable[Synoniem] = ()) -> Ontleding:
    lijst = Synoniemenlijst(rijen)
    return ontleed(
        vraag,
        typend=typend,
        bereik=BEREIK,
        woordenschat=SCHAT.met(lijst.vormen(BEREIK)),
        synoniemen=lijst,
    )


def vouwen() -> str:
    teksten = ("Café", "financiële", "Ĳsselmeer", "auto's", "W.M.O.", "'s-Gravendeel")
    return _tabel(
        ("Text", "Folded", "Words"), ((f"`{t}`", f"`{vouw(t).strip()}`", _code(woorden(t))) for t in teksten)
    )


def koppelteken() -> str:
    teksten = ("U-pas", "e-bike", "id-kaart", "WW-uitkering")
    return _tabel(
        ("Text", "In the index", "In a question"),
        ((f"`{t}`", _code(indexwoorden(t)), _code(woorden(t))) for t in teksten),
    )


def stopwoorden() -> str:
    zinnen = (
        "Wat moet u doen met uw paspoort?",
        "Ik wil graag weten hoe ik mijn rijbewijs kan verlengen",
        "wat kan ik",
    )
    rijen = []
    for zin in zinnen:
        gelezen = woorden(zin)
        in_vraag = [gelezen[plek] for plek in inhoud(gelezen)]
        rijen.append((zin, _code(w for w in gelezen if not is_stopwoord(w)), _code(in_vraag)))
    return _tabel(("Text", "In the index", "In a question"), rijen)


def stammen() -> str:
    groepen = (
        ("by hand (`stammen.txt`)", "melden melding gemeld meldt"),
        ("by hand (`stammen.txt`)", "weg wegen"),
        ("strong verbs (`sterk.txt`)", "kwijtschelden kwijtgescholden"),
        ("strong verbs (`sterk.txt`)", "verbreken verbroken verbreekt"),
        ("counted forms (`vormen.txt`)", "tegel tegels tegelen getegeld"),
        ("counted forms (`vormen.txt`)", "vestigen gevestigd vestiging"),
        ("participle with a particle", "weggemoffeld schoongespoeld"),
        ("Snowball", "paspoort paspoorten"),
    )
    rijen = []
    for bron, groep in groepen:
        vormen = groep.split()
        rijen.append(
            (bron, _code(vormen), _code(dict.fromkeys(map(stam, vormen))), _code(map(snowball, vormen)))
        )
    return _tabel(("List", "Words", "Stem here", "Snowball alone"), rijen)


def samenstellingen() -> str:
    gekozen = (
        *("grofvuil", "hondenbelasting", "bijstandsuitkering", "gehandicaptenparkeerkaart", "gftbak"),
        *("afvalstoffenheffing", "zonnepaneel", "paspoort", "verhuizing", "belasting", "begraafplaats"),
    )
    return _tabel(("Word", "Parts"), ((f"`{woord}`", _code(delen(woord))) for woord in gekozen))


def keten() -> str:
    gelezen = analyseer("De afvalpassen van de gemeente")
    rijen = (
        ("as written", gelezen.vormen),
        ("stems", gelezen.stammen),
        ("parts", gelezen.delen),
    )
    return _tabel(("*De afvalpassen van de gemeente*", "Words"), ((soort, _code(w)) for soort, w in rijen))


def aaneen() -> str:
    vragen = ("grof vuil", "bijstand uitkering", "gehandicapten parkeer kaart", "paspoortverlengen")
    rijen = []
    for vraag in vragen:
        gelezen = _lees(vraag).woorden
        samen = dict.fromkeys(woord for lid in gelezen for woord in lid.aaneen)
        rijen.append((f"`{vraag}`", _code(lid.vorm for lid in gelezen), _code(samen)))
    return _tabel(("Question", "Words", "Together"), rijen)


def begin() -> str:
    rijen = []
    for vraag in ("paspo", "rij bew", "paspoort"):
        laatste = _lees(vraag, typend=True).woorden[-1]
        rijen.append(
            (f"`{vraag}`", f"`{laatste.vorm}…`", _code(f"{letters}…" for letters in laatste.aaneen_half))
        )
    return _tabel(("Typed so far", "Beginning of a word", "Together with the word before it"), rijen)


def correctie() -> str:
    fouten = (
        ("letters swapped", "bijstnad"),
        ("a letter missing", "verguning"),
        ("a letter too many", "vergunnning"),
        ("a key beside it", "rijbewijd"),
        ("two slips in a long word", "vregunnign"),
        ("ij for ei, or the reverse", "weizigen"),
        ("k for c", "kontainer"),
        ("d for t at the end", "paspoord"),
        ("au for ou", "trauwen"),
        ("f for v", "fergunning"),
        ("half a word, still being typed", "papsp"),
        ("known as it is", "paspoorten"),
        ("too short; may be an abbreviation", "wmp"),
        ("a number", "14078"),
    )
    rijen = []
    for soort, getypt in fouten:
        (woord,) = _lees(getypt, typend=soort.startswith("half")).woorden
        gevonden = (*woord.verbeterd, *(f"{letters}…" for letters in woord.verbeterd_begin))
        rijen.append((soort, f"`{getypt}`", _code(gevonden)))
    return _tabel(("Slip", "Typed", "Searched for besides"), rijen)


def synoniemen() -> str:
    rijen = []
    gevallen = (("editors", REDACTIE, ("kliko", "container", "bruiloft", "loungeset")),)
    for bron, lijst, vragen in (
        *gevallen,
        ("language list", taallijst(), ("gejat", "reisdocument", "zwanger")),
    ):
        for vraag in vragen:
            doelen = (" ".join(lid.stammen) for lid in _lees(vraag, rijen=lijst).synoniemen)
            rijen.append((bron, f"`{vraag}`", _code(doelen)))
    return _tabel(("List", "Question", "Also read as (stems)"), rijen)


def namen() -> str:
    teksten = ("Paspoort aanvragen", "paspoort-aanvragen", "PASPOORT  AANVRAGEN")
    return _tabel(("Typed", "As a whole name"), ((f"`{t}`", f"`{naam(t)}`") for t in teksten))


def afdruk() -> str:
    return _tabel(("Covered", "Files"), (("code", _code(CODE)), ("word lists", _code(ALLE))))


STAPPEN: dict[str, Callable[[], str]] = {
    stap.__name__: stap
    for stap in (
        vouwen,
        koppelteken,
        stopwoorden,
        stammen,
        samenstellingen,
        keten,
        aaneen,
        begin,
        correctie,
        synoniemen,
        namen,
        afdruk,
    )
}


def met_voorbeelden(bladzijde: str) -> str:
    """The page with every table as the code makes it now; a mark that names no step is a KeyError."""
    return MERK.sub(lambda merk: f"{merk[1]}\n{STAPPEN[merk[2]]()}\n{merk[3]}", bladzijde)


if __name__ == "__main__":
    BLADZIJDE.write_text(met_voorbeelden(BLADZIJDE.read_text(encoding="utf-8")), encoding="utf-8")
