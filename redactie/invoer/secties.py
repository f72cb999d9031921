"""A text file → front matter and sections: `# <kop>` at the start of a line always begins a section. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from redactie.invoer.fouten import Fouten, Plek
from redactie.invoer.voorblad import Blok, Lijst, lees_voorblad


@dataclass(frozen=True, slots=True)
class Sectie:
    """`regel` is the line of the heading, `tekst_regel` that of the first line of the text."""

    kop: str
    regel: int
    tekst: str
    tekst_regel: int


@dataclass(frozen=True, slots=True)
class Tekstbestand:
    voorblad: Blok
    secties: dict[str, Sectie]

    @property
    def regels(self) -> dict[str, int]:
        """Where each part begins: sections by heading, front matter by key, channels as `kanalen.0`."""
        regels = {kop: sectie.tekst_regel for kop, sectie in self.secties.items()} | self.voorblad.regels
        kanalen = self.voorblad.get("kanalen")
        if isinstance(kanalen, Lijst):
            regels |= {f"kanalen.{nummer}": regel for nummer, regel in enumerate(kanalen.regels)}
        return regels


def lees_tekstbestand(tekst: str, pad: str, fouten: Fouten) -> Tekstbestand | None:
    regels = tekst.split("\n")
    if regels[0].rstrip() != "---":
        fouten.fout(Plek(pad, 1), "Dit bestand begint niet met een regel “---”.")
        return None
    einde = next((nr for nr, regel in enumerate(regels[1:], start=1) if regel.rstrip() == "---"), None)
    if einde is None:
        fouten.fout(Plek(pad, 1), "Het voorblad eindigt nergens met een regel “---”.")
        return None
    voorblad = lees_voorblad("\n".join(regels[1:einde]), Plek(pad, 1), fouten)
    secties = _secties(regels, einde + 1, pad, fouten)
    return None if voorblad is None else Tekstbestand(voorblad, secties)


def _secties(regels: list[str], begin: int, pad: str, fouten: Fouten) -> dict[str, Sectie]:
    """`begin` is the index of the first line after the front matter."""
    koppen = [nr for nr in range(begin, len(regels)) if regels[nr].startswith("# ")]
    ervoor = next(
        (nr for nr in range(begin, koppen[0] if koppen else len(regels)) if regels[nr].strip()), None
    )
    if ervoor is not None:
        fouten.fout(Plek(pad, ervoor + 1), "Deze tekst staat niet onder een kop “# veld”.")
    secties: dict[str, Sectie] = {}
    for nr, volgende in zip(koppen, [*koppen, len(regels)][1:], strict=True):
        kop = " ".join(regels[nr][2:].split())
        if kop in secties:
            fouten.fout(Plek(pad, nr + 1), f"De sectie “{kop}” staat er twee keer.")
            continue
        eerste = next((i for i in range(nr + 1, volgende) if regels[i].strip()), nr)
        inhoud = "\n".join(regels[nr + 1 : volgende]).strip()
        secties[kop] = Sectie(kop, nr + 1, inhoud, eerste + 1)
    return secties
