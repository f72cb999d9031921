"""A page in WordPress beside what it should be: whether to write it, leave it, or say that somebody else did.

Pure: a page as the REST API gives it and one message in, what to write or an answer out. WordPress compares nothing
before it writes, so that is done here, just after reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from redactie.keuzes import Keuze
from sync.afspraak.bericht import Aanwezig, Bericht
from sync.afspraak.manifest import naam_van
from sync.classificatie import Doelantwoord
from sync.wordpress.antwoord import ONBRUIKBAAR
from sync.wordpress.merk import Merk, lees, som_van, verwissel

OPENBAAR, CONCEPT = "publish", "draft"
NIET_OPENBAAR = frozenset({"draft", "pending", "private", "auto-draft"})
STATUSSEN = ("publish", "future", "draft", "pending", "private")
"""Not what is in the trash: that counts as gone."""
GEWIJZIGD = "gewijzigd"
"""For the hash of what is no longer what we put there."""
VELDEN = "id,slug,status,parent,password,title.raw,content.raw"

MET_DE_HAND = (
    "Deze pagina is in WordPress met de hand gewijzigd (pagina {}). Zet de wijziging daar terug, of laat Antwoord haar "
    "overschrijven."
)
VREEMD = (
    "Op deze plek staat in WordPress al een pagina die niet van Antwoord is (pagina {}). Verplaats haar, of laat "
    "Antwoord haar overschrijven."
)
NOOIT_HIER = (
    "Deze tekst is ingetrokken en stond hier nooit. Op haar plek staat een pagina die niet van Antwoord is "
    "(pagina {}); die blijft staan. Verplaats haar."
)
ANDERS_BEWAARD = (
    "WordPress bewaart deze tekst anders dan verstuurd (pagina {}). Vaak mag het account geen gewone HTML plaatsen, of "
    "een plug-in past teksten aan."
)


class EigenWijziging(Keuze):
    """What becomes of an edit that somebody made in WordPress itself."""

    MELDEN = "melden", "Laten staan en melden"
    OVERSCHRIJVEN = "overschrijven", "Overschrijven"


class Onleesbaar(ValueError):
    """What should be a page is none."""


@dataclass(frozen=True, slots=True)
class Instelling:
    """How this target wants its pages: below which page, and what of edits made there."""

    ouder: int
    eigen_wijziging: EigenWijziging = EigenWijziging.MELDEN

    @classmethod
    def uit_json(cls, bewaard: Mapping[str, Any]) -> Instelling:
        return cls(int(bewaard["ouder"]), EigenWijziging(bewaard["eigen_wijziging"]))

    def als_json(self) -> dict[str, object]:
        return {"ouder": self.ouder, "eigen_wijziging": self.eigen_wijziging.value}

    @property
    def overschrijft(self) -> bool:
        return self.eigen_wijziging is EigenWijziging.OVERSCHRIJVEN


@dataclass(frozen=True, slots=True)
class Tekst:
    """A page to be: both as HTML."""

    titel: str
    inhoud: str

    @property
    def som(self) -> str:
        return som_van(self.titel, self.inhoud)


@dataclass(frozen=True, slots=True)
class Pagina:
    """A page as it stands there, in the words of the one who edits it."""

    nummer: int
    slug: str
    status: str
    ouder: int
    afgeschermd: bool
    titel: str
    inhoud: str
    merk: Merk | None
    gewijzigd: bool = field(init=False)
    """Whether somebody other than we changed what a reader meets."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "gewijzigd", self._is_gewijzigd())

    @classmethod
    def uit_json(cls, gelezen: Any) -> Pagina:
        """Raises Onleesbaar."""
        try:
            inhoud = str(gelezen["content"]["raw"])
            return cls(
                nummer=int(gelezen["id"]),
                slug=str(gelezen["slug"]),
                status=str(gelezen["status"]),
                ouder=int(gelezen["parent"]),
                afgeschermd=bool(gelezen["password"]),
                titel=str(gelezen["title"]["raw"]),
                inhoud=inhoud,
                merk=lees(inhoud),
            )
        except (KeyError, TypeError, ValueError) as fout:
            raise Onleesbaar("het antwoord is geen pagina van WordPress") from fout

    def zonder_inhoud(self) -> Pagina:
        """For who compares thousands of them, and needs to remember no texts."""
        kaal = copy(self)
        object.__setattr__(kaal, "inhoud", "")
        return kaal

    def _is_gewijzigd(self) -> bool:
        merk = self.merk
        if merk is None or merk.som != som_van(self.titel, self.inhoud):
            return True
        return not merk.weg and (self.status != OPENBAAR or self.afgeschermd)

    @property
    def aanwezig(self) -> Aanwezig:
        """What a comparison reads of a page with a mark."""
        assert self.merk is not None
        weg = self.status in NIET_OPENBAAR
        hash_ = GEWIJZIGD if self.gewijzigd or self.merk.weg else self.merk.hash
        return Aanwezig(self.merk.versie, weg, "" if weg else hash_)


@dataclass(frozen=True, slots=True)
class Schrijf:
    """What to write; `nummer` None: a new page."""

    nummer: int | None
    velden: Mapping[str, object]


def slug_van(sleutel: str) -> str:
    """The last part of the address; WordPress makes one dash of two."""
    return re.sub("-+", "-", sleutel)


def besluit(
    bericht: Bericht,
    tekst: Tekst | None,
    pagina: Pagina | None,
    instelling: Instelling,
    *,
    nooit_hier: bool = False,
) -> Schrijf | Doelantwoord:
    """What this message asks of the page that is there; `tekst` None: a withdrawal, which goes over any edit.

    `nooit_hier`: this target never acknowledged the document, so what carries no mark never was ours.
    """
    merk = pagina.merk if pagina is not None else None
    if merk is not None and merk.versie > bericht.versie:
        return Doelantwoord(409, merk.versie, merk.hash)
    if pagina is not None and merk is None and not instelling.overschrijft:
        return Doelantwoord(ONBRUIKBAAR, melding=VREEMD.format(pagina.nummer))
    if pagina is not None and merk is None and tekst is None and nooit_hier:
        return Doelantwoord(ONBRUIKBAAR, melding=NOOIT_HIER.format(pagina.nummer))
    plaats = {"slug": slug_van(bericht.sleutel), "parent": instelling.ouder} if pagina is None else {}
    if tekst is None:
        return _trek_in(bericht, pagina, plaats)
    if pagina is not None and pagina.gewijzigd and not instelling.overschrijft:
        return Doelantwoord(ONBRUIKBAAR, melding=MET_DE_HAND.format(pagina.nummer))
    nieuw = Merk(_naam(bericht), bericht.versie, bericht.hash, tekst.som)
    if pagina is not None and merk == nieuw and not pagina.gewijzigd:
        return Doelantwoord(200, bericht.versie, bericht.hash)
    velden = {"title": tekst.titel, "content": _blok(tekst.inhoud, nieuw), "status": OPENBAAR, "password": ""}
    return Schrijf(pagina.nummer if pagina is not None else None, velden | plaats)


def bevestiging(bericht: Bericht, tekst: Tekst | None, pagina: Pagina) -> Doelantwoord:
    """What WordPress kept of what was written: acknowledged only if that is it."""
    merk = pagina.merk
    zoals_bedoeld = pagina.status in NIET_OPENBAAR if tekst is None else not pagina.gewijzigd
    if zoals_bedoeld and merk is not None and (merk.versie, merk.hash) == (bericht.versie, bericht.hash):
        return Doelantwoord(200, bericht.versie, bericht.hash)
    return Doelantwoord(ONBRUIKBAAR, melding=ANDERS_BEWAARD.format(pagina.nummer))


def kies(paginas: Iterable[Pagina], naam: str, ouder: int) -> Pagina | None:
    """Of the pages that carry the mark of one document the one that counts: at its own place, unchanged, the oldest."""
    slug = slug_van(naam.rpartition("/")[2])
    return min(
        (pagina for pagina in paginas if pagina.merk is not None and pagina.merk.naam == naam),
        key=lambda pagina: (
            (pagina.slug, pagina.ouder) != (slug, ouder),
            pagina.gewijzigd,
            pagina.nummer,
        ),
        default=None,
    )


def _trek_in(bericht: Bericht, pagina: Pagina | None, plaats: Mapping[str, object]) -> Schrijf | Doelantwoord:
    """Off the site; the words stay, for who works there. What never was leaves a note of it."""
    if pagina is None:
        titel, inhoud = f"Ingetrokken: {bericht.sleutel}", "<p>Deze tekst is in Antwoord ingetrokken.</p>"
        merk = Merk(_naam(bericht), bericht.versie, "", som_van(titel, inhoud))
        return Schrijf(None, {"title": titel, "content": _blok(inhoud, merk), "status": CONCEPT, **plaats})
    staat = pagina.merk
    if staat is not None and staat.weg and staat.versie == bericht.versie and pagina.status in NIET_OPENBAAR:
        return Doelantwoord(200, bericht.versie, bericht.hash)
    som = staat.som if staat is not None else som_van(pagina.titel, pagina.inhoud)
    merk = Merk(_naam(bericht), bericht.versie, "", som)
    return Schrijf(pagina.nummer, {"content": verwissel(pagina.inhoud, merk), "status": CONCEPT})


def _blok(inhoud: str, merk: Merk) -> str:
    """As one block of HTML, which the editor of WordPress leaves as it is, and the site shows without reflowing it."""
    return f"<!-- wp:html -->\n{merk}\n{inhoud}\n<!-- /wp:html -->"


def _naam(bericht: Bericht) -> str:
    return naam_van(bericht.bereik, bericht.documentsoort, bericht.sleutel)
