"""The `kanalen` list in the front matter of a product or a local version."""

from __future__ import annotations

from redactie.bronnen import KanaalBron
from redactie.invoer.fouten import Plek
from redactie.invoer.velden import Velden
from redactie.invoer.voorblad import Blok, Lijst
from redactie.keuzes import Actie, Inlogmiddel, KanaalWijze, Niveau

SLEUTELS = ("actie", "wijze", "adres", "label", "inlogmiddel", "niveau", "aangewezen")


def lees_blokken(voorblad: Velden, naam: str) -> list[Velden]:
    """The members of a list of blocks, each with its own lines."""
    waarde = voorblad.ruw.get(naam, "")
    if waarde == "":
        return []
    if not isinstance(waarde, Lijst):
        voorblad.fout(naam, f"“{naam}” is een lijst.")
        return []
    gelezen = []
    for lid, regel in zip(waarde, waarde.regels, strict=True):
        if isinstance(lid, Blok):
            gelezen.append(blok_velden(lid, voorblad))
        else:
            voorblad.fouten.fout(
                voorblad.plek.op(regel), f"Een lid van “{naam}” heeft de vorm {{naam: waarde}}."
            )
    return gelezen


def blok_velden(blok: Blok, voorblad: Velden) -> Velden:
    return Velden(blok, Plek(voorblad.plek.pad, blok.regel, blok.regels), voorblad.fouten)


def lees_kanalen(voorblad: Velden, *, lokaal: bool) -> tuple[KanaalBron, ...]:
    return tuple(_kanaal(blok, lokaal=lokaal) for blok in lees_blokken(voorblad, "kanalen"))


def _kanaal(blok: Velden, *, lokaal: bool) -> KanaalBron:
    blok.alleen([*SLEUTELS, "vervalt"] if lokaal else SLEUTELS)
    vervalt = blok.ja_nee("vervalt") if lokaal else False
    if vervalt and blok.tekst("adres"):
        blok.fout("adres", "Een kanaal dat vervalt heeft geen adres.")
    return KanaalBron(
        actie=blok.keuze("actie", Actie),
        wijze=blok.keuze("wijze", KanaalWijze),
        adres=blok.tekst("adres"),
        label=blok.tekst("label"),
        inlogmiddel=blok.keuze("inlogmiddel", Inlogmiddel, Inlogmiddel.GEEN),
        niveau=blok.keuze("niveau", Niveau) if blok.tekst("niveau") else None,
        aangewezen=blok.ja_nee("aangewezen"),
        vervalt=vervalt,
    )
