"""What every website must show, worked out from what the editors committed, and whether it does.

An independent oracle: raw SQL on the editors' tables, the receivers' own files, and nothing of our code. It knows just
as much of merging as the texts of the run need: the newest central text, or the municipality's own in its place, and
one kind of fact.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

import psycopg

REGIO = "regio"
TEKSTEN = """SELECT DISTINCT ON (t.product_id, t.veld) p.sleutel, p.live, t.veld, t.tekst
    FROM redactie_product p JOIN redactie_tekstversie t ON t.product_id = p.id
    WHERE t.vanaf <= clock_timestamp() ORDER BY t.product_id, t.veld, t.vanaf DESC, t.id DESC"""
EIGEN = """SELECT g.slug, p.sleutel, a.veld, a.tekst
    FROM redactie_afwijking a JOIN redactie_lokaleversie v ON v.id = a.versie_id
    JOIN redactie_gemeente g ON g.id = v.gemeente_id JOIN redactie_product p ON p.id = v.product_id
    WHERE v.live AND a.wijze = 'vervangen'"""
FEITEN = "SELECT sleutel, waarde FROM redactie_gegeven"
GEMEENTEN = "SELECT slug, naam FROM redactie_gemeente"
PUBLICATIES = """SELECT p.bereik, p.documentsoort, p.sleutel, p.publieke_versie, p.publieke_hash, i.json
    FROM sync_publicatie p LEFT JOIN sync_inhoud i ON i.hash = p.publieke_inhoud_id"""
LEVERINGEN = """SELECT p.bereik, p.documentsoort, p.sleutel, l.toestand, l.gewenst, l.bevestigd, l.bevestigde_hash
    FROM sync_levering l JOIN sync_doel d ON d.id = l.doel_id JOIN sync_publicatie p ON p.id = l.publicatie_id
    WHERE d.soort = 'http'"""
DOCUMENTEN = "SELECT bereik, documentsoort, sleutel, versie, hash, inhoud FROM document"
VELDEN = ("kosten", "termijn")
"""Of the public fields, in their order on a website, those that the texts of a run have."""

Naam = tuple[str, str, str]
"""bereik, documentsoort, sleutel."""


@dataclass
class Bevinding:
    """By kind, the documents that are wrong; empty everywhere: nothing was lost.

    `oud`: shows something else than it must; `kwijt`: is not there; `extra`: has no business there; `bytes`: is not
    what its own hash says, or not what was published; `boeken`: our own deliveries say something else than is there.
    """

    documenten: int = 0
    oud: list[str] = field(default_factory=list)
    kwijt: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    bytes: list[str] = field(default_factory=list)
    boeken: list[str] = field(default_factory=list)

    @property
    def goed(self) -> bool:
        return self.documenten > 0 and not any((self.oud, self.kwijt, self.extra, self.bytes, self.boeken))


@dataclass(frozen=True)
class Bron:
    """What the editors committed."""

    gemeenten: Mapping[str, str]
    teksten: Mapping[str, Mapping[str, str]]
    live: frozenset[str]
    eigen: Mapping[tuple[str, str], Mapping[str, str]]
    feiten: Mapping[str, str]

    def tekst(self, bereik: str, sleutel: str, veld: str) -> str:
        tekst = self.eigen.get((bereik, sleutel), {}).get(veld) or self.teksten[sleutel].get(veld, "")
        for naam, waarde in self.feiten.items():
            tekst = tekst.replace("{gegeven:" + naam + "}", waarde)
        return tekst

    def verwacht(self, bereik: str, sleutel: str) -> dict[str, Any] | None:
        """The public words of a product in one bereik; None: withdrawn."""
        if sleutel not in self.live:
            return None
        gevuld = [(veld, self.tekst(bereik, sleutel, veld)) for veld in VELDEN]
        return {
            "titel": self.tekst(bereik, sleutel, "titel"),
            "samenvatting": self.tekst(bereik, sleutel, "samenvatting"),
            "velden": [(veld, tekst, f"<p>{escape(tekst)}</p>") for veld, tekst in gevuld if tekst],
        }


def vergelijk(adres: str, bestanden: Mapping[str, Path]) -> Bevinding:
    """`bestanden`: municipality → the file in which its receiver keeps what it was sent."""
    with psycopg.connect(adres) as verbinding:
        bron = _bron(verbinding)
        publicaties = {tuple(rij[:3]): rij[3:] for rij in verbinding.execute(PUBLICATIES)}
        leveringen = {tuple(rij[:3]): rij[3:] for rij in verbinding.execute(LEVERINGEN)}
    gevonden = Bevinding()
    for naam in _namen(bron, [REGIO]):
        gevonden.documenten += 1
        _keur(gevonden, bron, naam, publicaties.get(naam, (0, "", None))[2])
    for slug, bestand in bestanden.items():
        with closing(sqlite3.connect(bestand)) as verbinding:
            heeft = {rij[:3]: rij[3:] for rij in verbinding.execute(DOCUMENTEN)}
        for naam in _namen(bron, [slug]):
            gevonden.documenten += 1
            if naam not in heeft:
                gevonden.kwijt.append("/".join(naam))
                continue
            versie, hash_, tekst = heeft.pop(naam)
            _keur(gevonden, bron, naam, tekst)
            _keur_bytes(gevonden, naam, (versie, hash_, tekst), publicaties.get(naam))
            if leveringen.get(naam) != ("bevestigd", versie, versie, hash_):
                gevonden.boeken.append(f"{'/'.join(naam)}: {leveringen.get(naam)}, daar {versie}")
        gevonden.extra += ["/".join(naam) for naam in heeft]
    return gevonden


def _bron(verbinding: psycopg.Connection[Any]) -> Bron:
    teksten: dict[str, dict[str, str]] = {}
    live = set()
    for sleutel, is_live, veld, tekst in verbinding.execute(TEKSTEN):
        teksten.setdefault(sleutel, {})[veld] = tekst
        if is_live:
            live.add(sleutel)
    eigen: dict[tuple[str, str], dict[str, str]] = {}
    for slug, sleutel, veld, tekst in verbinding.execute(EIGEN):
        eigen.setdefault((slug, sleutel), {})[veld] = tekst
    return Bron(
        gemeenten=dict(verbinding.execute(GEMEENTEN).fetchall()),
        teksten=teksten,
        live=frozenset(live),
        eigen=eigen,
        feiten=dict(verbinding.execute(FEITEN).fetchall()),
    )


def _namen(bron: Bron, bereiken: Sequence[str]) -> Iterator[Naam]:
    """Every product was live once, everywhere: none may be absent, withdrawn or not."""
    for bereik in bereiken:
        yield (bereik, "gemeente", "gemeente")
        for sleutel in bron.teksten:
            yield (bereik, "product", sleutel)


def _keur(gevonden: Bevinding, bron: Bron, naam: Naam, tekst: str | None) -> None:
    bereik, soort, sleutel = naam
    inhoud = json.loads(tekst) if tekst else None
    if soort == "gemeente":
        heet = bron.gemeenten.get(bereik)
        if inhoud is None or (heet is not None and inhoud["naam"] != heet):
            gevonden.oud.append("/".join(naam))
        return
    if _woorden(inhoud) != bron.verwacht(bereik, sleutel):
        gevonden.oud.append("/".join(naam))


def _woorden(inhoud: dict[str, Any] | None) -> dict[str, Any] | None:
    """All that a visitor reads."""
    if inhoud is None:
        return None
    taal = inhoud["talen"]["nl"]
    return {
        "titel": taal["titel"],
        "samenvatting": taal["samenvatting"],
        "velden": [(lid["veld"], lid["tekst"], lid["html"].strip()) for lid in taal["velden"]],
    }


def _keur_bytes(
    gevonden: Bevinding, naam: Naam, daar: tuple[int, str, str], hier: Sequence[Any] | None
) -> None:
    """What is there has the hash that its manifest states, and is byte for byte what was published."""
    versie, hash_, tekst = daar
    vast = _canoniek(json.loads(tekst)) if tekst else ""
    som = hashlib.sha256(vast.encode()).hexdigest() if tekst else ""
    if som != hash_ or hier is None or tuple(hier) != (versie, hash_, vast or None):
        gevonden.bytes.append("/".join(naam))


def _canoniek(inhoud: Any) -> str:
    tekst = json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", tekst)
