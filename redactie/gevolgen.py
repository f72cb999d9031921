"""What a change of central texts does in every municipality, before it is made.

Pure: the sources and the typed texts in, per municipality the consequence out, found by merging twice. Nothing here
knows how it is asked or shown; the sources are read by `lezen_gevolgen.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from redactie.bronnen import (
    CentraalProduct,
    Feiten,
    GegevenBron,
    GemeenteBron,
    ProductBronnen,
    TariefBron,
    TekstversieBron,
)
from redactie.keuzes import Herkomst, Keuze, Klasse, Status
from redactie.oplossen import oplossen
from redactie.samenvoegen import CentraalBeeld, SamengesteldProduct, centraal_beeld, voeg_toe
from redactie.veld import Veld

Rij = TypeVar("Rij", GegevenBron, TariefBron)


class Gevolg(Keuze):
    """What matters most in one municipality, in the order in which an editor wants to know it."""

    ONTBREEKT = "ontbreekt", "Een feit heeft hier geen waarde"
    WIJKT_AF = "wijkt_af", "Wijkt af"
    VOLGT = "volgt", "Volgt"
    VALT_ONDER = "valt_onder", "Valt onder een ander product"
    NIET_AANGEBODEN = "niet_aangeboden", "Biedt dit niet aan"
    NIET_GEKOZEN = "niet_gekozen", "Heeft nog niet gekozen"
    VERVALLEN = "vervallen", "Product is dan vervallen"


_STATUS = {
    Status.VALT_ONDER: Gevolg.VALT_ONDER,
    Status.NIET_AANGEBODEN: Gevolg.NIET_AANGEBODEN,
    Status.VERVALLEN: Gevolg.VERVALLEN,
}


@dataclass(frozen=True, slots=True)
class Tekstwijziging:
    """Typed texts that would hold from `op`."""

    teksten: Mapping[Veld, str]
    op: datetime
    klasse: Klasse = Klasse.INHOUDELIJK


@dataclass(frozen=True, slots=True)
class VeldGevolg:
    """One changed field in one municipality. `gevraagd`: its editors are asked to look at their own text."""

    veld: Veld
    herkomst: Herkomst = Herkomst.CENTRAAL
    gevraagd: bool = False
    ontbreekt: tuple[str, ...] = ()
    """Tokens without a value there: a fixed sentence is shown in their place."""


@dataclass(frozen=True, slots=True)
class GemeenteGevolg:
    gemeente: GemeenteBron
    gevolg: Gevolg
    velden: tuple[VeldGevolg, ...] = ()


@dataclass(frozen=True, slots=True)
class Gevolgen:
    """`velden`: the fields that change. `nieuw`: there was no publication before."""

    op: datetime
    velden: tuple[Veld, ...]
    nieuw: bool
    gemeenten: tuple[GemeenteGevolg, ...]

    def groepen(self) -> list[tuple[Gevolg, tuple[GemeenteGevolg, ...]]]:
        """In the order of Gevolg, without those in which nobody is."""
        per = ((soort, tuple(lid for lid in self.gemeenten if lid.gevolg is soort)) for soort in Gevolg)
        return [(soort, leden) for soort, leden in per if leden]


@dataclass(frozen=True, slots=True)
class VoorNa:
    """A changed field as it reads in one municipality, in Markdown with the facts filled in; "": not there."""

    veld: Veld
    voor: str
    na: str


class Vergelijking:
    """A product as it is and as it would be, for whatever municipality is asked.

    `bronnen.centraal` has the time line as it is, without what would change; its facts are those of the new texts too.
    """

    def __init__(self, bronnen: ProductBronnen, wijziging: Tekstwijziging, *, live: bool = True) -> None:
        self.bronnen = bronnen
        self.op = wijziging.op
        self.velden = gewijzigde_velden(bronnen.centraal, wijziging)
        self.na = centraal_beeld(met_wijziging(bronnen.centraal, wijziging), wijziging.op)
        self.voor = centraal_beeld(bronnen.centraal, wijziging.op) if live else None
        self._gegevens = _per_gemeente(bronnen.gegevens)
        self._tarieven = _per_gemeente(bronnen.tarieven)

    def gevolgen(self, gemeenten: Iterable[GemeenteBron]) -> Gevolgen:
        return Gevolgen(
            op=self.op,
            velden=self.velden,
            nieuw=self.voor is None,
            gemeenten=tuple(self._gevolg(lid) for lid in gemeenten) if self.velden else (),
        )

    def voor_na(self, gemeente: GemeenteBron) -> tuple[VoorNa, ...]:
        """The changed fields, before and after."""
        voor, na = self._opgelost(self.voor, gemeente), self._opgelost(self.na, gemeente)
        return tuple(VoorNa(veld, voor.get(veld, ""), na.get(veld, "")) for veld in self.velden)

    def _gevolg(self, gemeente: GemeenteBron) -> GemeenteGevolg:
        samen = self._samen(self.na, gemeente)
        if samen is None:
            return GemeenteGevolg(gemeente, Gevolg.NIET_GEKOZEN)
        if samen.status in _STATUS:
            return GemeenteGevolg(gemeente, _STATUS[samen.status])
        velden = tuple(self._velden(samen, gemeente))
        if any(veld.ontbreekt for veld in velden):
            return GemeenteGevolg(gemeente, Gevolg.ONTBREEKT, velden)
        eigen = any(veld.herkomst is not Herkomst.CENTRAAL for veld in velden)
        return GemeenteGevolg(gemeente, Gevolg.WIJKT_AF if eigen else Gevolg.VOLGT, velden)

    def _velden(self, samen: SamengesteldProduct, gemeente: GemeenteBron) -> Iterator[VeldGevolg]:
        mist: dict[Veld | None, list[str]] = {}
        for alarm in oplossen(samen, self._feiten(gemeente), self.op).alarmen:
            mist.setdefault(alarm.veld, []).append(alarm.token)
        for naam in self.velden:
            veld = samen.veld(naam)
            if veld is None:
                yield VeldGevolg(naam)
            else:
                gevraagd = veld.te_herzien is not None
                yield VeldGevolg(naam, veld.herkomst, gevraagd, tuple(mist.get(naam, ())))

    def _opgelost(self, beeld: CentraalBeeld | None, gemeente: GemeenteBron) -> dict[Veld, str]:
        samen = self._samen(beeld, gemeente) if beeld is not None else None
        if samen is None or samen.status is not Status.AANGEBODEN:
            return {}
        opgelost = oplossen(samen, self._feiten(gemeente), self.op)
        return {veld.veld: veld.tekst for veld in opgelost.velden}

    def _samen(self, beeld: CentraalBeeld, gemeente: GemeenteBron) -> SamengesteldProduct | None:
        """Merged, with nothing but the fields that change."""
        samen = voeg_toe(beeld, self.bronnen.laag(gemeente.slug))
        if samen is None:
            return None
        velden = tuple(veld for veld in samen.velden if veld.veld in self.velden)
        return replace(samen, velden=velden, kanalen=(), status_toelichting="")

    def _feiten(self, gemeente: GemeenteBron) -> Feiten:
        """As `ProductBronnen.feiten` gives them, without a walk along the facts of all the others each time."""
        return Feiten(
            gemeente=gemeente,
            gegevens=(*self._gegevens.get(None, ()), *self._gegevens.get(gemeente.slug, ())),
            tarieven=(*self._tarieven.get(None, ()), *self._tarieven.get(gemeente.slug, ())),
        )


def gewijzigde_velden(centraal: CentraalProduct, wijziging: Tekstwijziging) -> tuple[Veld, ...]:
    """The fields of which the typed text is another one than would hold at that moment, in the order of Veld."""
    stand = centraal.teksten_op(wijziging.op)
    return tuple(
        veld
        for veld in Veld
        if veld in wijziging.teksten
        and _kaal(wijziging.teksten[veld]) != _kaal(stand[veld].tekst if veld in stand else "")
    )


def met_wijziging(centraal: CentraalProduct, wijziging: Tekstwijziging) -> CentraalProduct:
    """The time line as it would be: a text for each field that changes, from that moment."""
    id_ = max((versie.id for versie in centraal.tekstversies), default=0)
    nieuw = tuple(
        TekstversieBron(id_ + nummer, veld, wijziging.teksten[veld], wijziging.op, wijziging.klasse)
        for nummer, veld in enumerate(gewijzigde_velden(centraal, wijziging), 1)
    )
    return replace(centraal, tekstversies=(*centraal.tekstversies, *nieuw))


def _kaal(tekst: str) -> str:
    """A browser sends other line ends, a form drops the white space around."""
    return tekst.replace("\r\n", "\n").strip()


def _per_gemeente(rijen: Sequence[Rij]) -> dict[str | None, list[Rij]]:
    per: dict[str | None, list[Rij]] = {}
    for rij in rijen:
        per.setdefault(rij.gemeente, []).append(rij)
    return per
