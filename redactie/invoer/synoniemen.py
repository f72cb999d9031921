"""One list of synonyms in or out, in the format of `synoniemen.csv`, for the screen of whoever keeps them.

In: everything is checked before anything is written, and what is not in the file stays. A row is recognised by its
municipality and words; an empty reason leaves the one that stands there. Who may write which row is asked of the
caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from wagtail.log_actions import log

from redactie.invoer.bestanden import MAX_TEKST, RuwBestand
from redactie.invoer.documenten import Bundel, Soort, SynoniemRij
from redactie.invoer.fouten import Fouten, Plek
from redactie.invoer.lezen import ontleed
from redactie.invoer.stand.lezers import slug_van
from redactie.keuzes import Richting
from redactie.models import Gemeente, Synoniem
from redactie.uitvoer.tabellen import tabellen

BESTAND = "synoniemen.csv"
MAG_NIET = "Voor deze gemeente mag u geen synoniemen bijhouden."
Mag = Callable[[str, Synoniem], bool]


@dataclass
class Ingelezen:
    nieuw: list[Synoniem] = field(default_factory=list)
    gewijzigd: list[Synoniem] = field(default_factory=list)
    ongewijzigd: int = 0


def als_csv(synoniemen: Iterable[Synoniem]) -> str:
    """Regional rows first, then by municipality and words."""
    rijen = (
        SynoniemRij(
            gemeente=slug_van(synoniem.gemeente),
            woorden=tuple(synoniem.woorden),
            richting=Richting(synoniem.richting),
            reden=synoniem.reden,
        )
        for synoniem in synoniemen
    )
    return dict(tabellen(Bundel(rijen)))[BESTAND]


def lees_in(inhoud: bytes, *, mag: Mag) -> Ingelezen:
    """Raises InvoerFout with every fault, by line; then nothing was written. Call it in a transaction."""
    fouten = Fouten()
    rijen = _lees(inhoud, fouten)
    gemeenten = {gemeente.slug: gemeente for gemeente in Gemeente.objects.all()}
    bestaand = {
        (slug_van(rij.gemeente), tuple(rij.woorden)): rij
        for rij in Synoniem.objects.select_related("gemeente")
    }
    ingelezen = Ingelezen()
    for rij in rijen:
        if rij.gemeente and rij.gemeente not in gemeenten:
            fouten.fout(rij.plek, f"De gemeente “{rij.gemeente}” bestaat niet.")
            continue
        oud = bestaand.get((rij.gemeente, rij.woorden))
        _zet_klaar(rij, oud, gemeenten.get(rij.gemeente), mag, ingelezen, fouten)
    fouten.stop_bij_fouten()
    for actie, synoniemen in (("wagtail.create", ingelezen.nieuw), ("wagtail.edit", ingelezen.gewijzigd)):
        for synoniem in synoniemen:
            synoniem.save()
            log(synoniem, actie)
    return ingelezen


def _lees(inhoud: bytes, fouten: Fouten) -> list[SynoniemRij]:
    if len(inhoud) > MAX_TEKST:
        fouten.fout(Plek(BESTAND), "Dit bestand is te groot voor een lijst met synoniemen.")
    elif b";" in (kop := inhoud.partition(b"\n")[0]) and b"," not in kop:
        fouten.fout(
            Plek(BESTAND, 1),
            "Tussen de kolommen staan puntkomma's. Bewaar het bestand als CSV met komma's (UTF-8).",
        )
    elif kop.strip() in (b"", b"\xef\xbb\xbf"):
        fouten.fout(Plek(BESTAND, 1), "De eerste regel is leeg. Daar horen de namen van de kolommen.")
    else:
        bundel = ontleed([RuwBestand(BESTAND, inhoud)], fouten)
        return [rij for rij in bundel.van(Soort.SYNONIEM).values() if isinstance(rij, SynoniemRij)]
    return []


def _zet_klaar(
    rij: SynoniemRij,
    oud: Synoniem | None,
    gemeente: Gemeente | None,
    mag: Mag,
    ingelezen: Ingelezen,
    fouten: Fouten,
) -> None:
    synoniem = oud or Synoniem(gemeente=gemeente, woorden=list(rij.woorden), richting=rij.richting)
    reden = rij.reden or synoniem.reden
    if oud is not None and (oud.richting, oud.reden) == (rij.richting, reden):
        ingelezen.ongewijzigd += 1
        return
    if not mag("change" if oud is not None else "add", synoniem):
        fouten.fout(rij.plek, MAG_NIET)
        return
    synoniem.richting, synoniem.reden = rij.richting.value, reden
    (ingelezen.gewijzigd if oud is not None else ingelezen.nieuw).append(synoniem)
