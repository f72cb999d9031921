"""Resolving: tokens in a merged product become the facts of this bereik at this moment.

Pure. How a token is looked up stands in `opzoeken.py`, how it is written in a text in `invullen.py`; rendering is
left to `opmaak.py`. Which facts are read is decided by `lezen.py` and checked here once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from redactie.bronnen import Feiten, KanaalBron
from redactie.invullen import Invuller
from redactie.keuzes import Herkomst, KanaalWijze, Status
from redactie.linkadres import maillink, telefoonlink
from redactie.opzoeken import Stand, volgende_grens_feiten
from redactie.samenvoegen import SamengesteldProduct, SamengesteldVeld
from redactie.tokens import Token, tokens_in
from redactie.veld import Veld

ZONDER_ADRES = frozenset({KanaalWijze.BALIE, KanaalWijze.TELEFOON, KanaalWijze.POST})
"""Ways that need no address to press: their label says what to do."""


@dataclass(frozen=True, slots=True)
class FeitHerkomst:
    """A fact that a text uses: its value as shown, whose it is, and in which fields it is shown.

    `herkomst` None: no value at this moment. In a channel or an explanation it is in no field.
    """

    token: str
    waarde: str
    herkomst: Herkomst | None
    ids: tuple[int, ...] = ()
    intern: bool = False
    velden: tuple[Veld, ...] = ()

    def als_json(self) -> dict[str, Any]:
        return {
            "token": self.token,
            "waarde": self.waarde,
            "herkomst": self.herkomst.value if self.herkomst else None,
            "velden": [veld.value for veld in self.velden],
        }


@dataclass(frozen=True, slots=True)
class OpgelostVeld:
    """Resolved Markdown; `regio_tekst` is what the region's text would be here, filled where the field deviates."""

    veld: Veld
    tekst: str
    regio_tekst: str = ""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A fact without a value at this moment: for the board. `veld` None: in a channel or an explanation."""

    token: str
    veld: Veld | None
    reden: str


@dataclass(frozen=True, slots=True)
class OpgelostProduct:
    samengesteld: SamengesteldProduct
    velden: tuple[OpgelostVeld, ...]
    status_toelichting: str
    kanalen: tuple[KanaalBron, ...]
    feiten: tuple[FeitHerkomst, ...]
    alarmen: tuple[Alarm, ...]
    opnieuw_op: datetime | None = None
    """The first moment after `op` at which a date in the texts, the deviations or the facts used comes to pass."""


def oplossen(samengesteld: SamengesteldProduct, feiten: Feiten, op: datetime) -> OpgelostProduct:
    """Resolve a merged product with the facts of its bereik at `op`.

    ValueError when `feiten` is of another bereik or holds a row of another municipality: a wrong fee on a website is
    worse than a publication that waits.
    """
    if feiten.gemeente.slug != samengesteld.bereik:
        raise ValueError(f"facts of {feiten.gemeente.slug} for a product of {samengesteld.bereik}")
    if feiten.van_anderen:
        raise ValueError(
            f"facts of {', '.join(sorted(feiten.van_anderen))} among those of {samengesteld.bereik}"
        )
    werk = _Werk(feiten, op)
    aangeboden = samengesteld.status is Status.AANGEBODEN
    velden = tuple(werk.veld(veld) for veld in samengesteld.velden)
    alarmen_velden = len(werk.alarmen)
    toelichting = werk.toelichting(samengesteld.status_toelichting)
    toelichting_alarmen = werk.alarmen[alarmen_velden:]
    kanalen = tuple(kanaal for lid in samengesteld.kanalen if (kanaal := werk.kanaal(lid)) is not None)
    grens = volgende_grens_feiten(_tokens(samengesteld), feiten, op)
    return OpgelostProduct(
        samengesteld=samengesteld,
        velden=velden,
        status_toelichting=toelichting,
        kanalen=kanalen,
        feiten=tuple(werk.feiten_gebruikt.values()),
        # Where it is not offered only the explanation is read: an amount that is missing there misses nobody.
        alarmen=tuple(dict.fromkeys(werk.alarmen if aangeboden else toelichting_alarmen)),
        opnieuw_op=min((moment for moment in (samengesteld.opnieuw_op, grens) if moment), default=None),
    )


class _Werk:
    """One resolution: fills field after field and collects facts and alarms on the way."""

    def __init__(self, feiten: Feiten, op: datetime) -> None:
        self.feiten = feiten
        self.op = op
        self.feiten_gebruikt: dict[str, FeitHerkomst] = {}
        self.alarmen: list[Alarm] = []

    def veld(self, veld: SamengesteldVeld) -> OpgelostVeld:
        if veld.herkomst is Herkomst.CENTRAAL and not tokens_in(veld.tekst):
            return OpgelostVeld(veld.veld, veld.tekst)  # most fields, in most municipalities
        invuller = self._invuller(not veld.veld.mededeelbaar)
        tekst = _vul(invuller, veld.veld, veld.tekst)
        self._onthoud(invuller, veld.veld)
        if veld.herkomst is Herkomst.CENTRAAL or veld.centraal is None:
            return OpgelostVeld(veld.veld, tekst)
        # What is missing in a text that is not shown is nobody's alarm.
        regio_tekst = _vul(self._invuller(not veld.veld.mededeelbaar), veld.veld, veld.centraal.tekst)
        return OpgelostVeld(veld.veld, tekst, regio_tekst)

    def toelichting(self, tekst: str) -> str:
        invuller = self._invuller(False)
        ingevuld = invuller.markdown(tekst)
        self._onthoud(invuller, None)
        return ingevuld

    def kanaal(self, kanaal: KanaalBron) -> KanaalBron | None:
        """The channel with its address, or None (and an alarm) when there is none to press."""
        invuller = self._invuller(False)
        adres = kanaal.adres.strip()
        label = invuller.regel(kanaal.label)
        if not adres:
            opgelost = "" if kanaal.wijze in ZONDER_ADRES else None
        else:
            opgelost = invuller.adres(_met_schema(kanaal.wijze, adres))
        if opgelost is None and not adres:
            naam = f"kanaal {kanaal.actie.value} {kanaal.wijze.value}"
            self.alarmen.append(Alarm(naam, None, "dit kanaal heeft geen adres"))
        self._onthoud(invuller, None)
        return None if opgelost is None else replace(kanaal, adres=opgelost, label=label)

    def _invuller(self, intern: bool) -> Invuller:
        return Invuller(self.feiten, self.op, intern)

    def _onthoud(self, invuller: Invuller, veld: Veld | None) -> None:
        self.alarmen.extend(Alarm(token, veld, reden) for token, reden in invuller.gemist.items())
        for token, gevonden in invuller.gevonden.items():
            zichtbaar = gevonden.stand is not Stand.ONTBREEKT and (invuller.intern_mag or not gevonden.intern)
            if zichtbaar:
                eerder = self.feiten_gebruikt.get(token)
                velden = (*(eerder.velden if eerder else ()), *((veld,) if veld else ()))
                self.feiten_gebruikt[token] = FeitHerkomst(
                    token, gevonden.tekst, gevonden.herkomst, gevonden.ids, gevonden.intern, velden
                )
            else:
                self.feiten_gebruikt.setdefault(token, FeitHerkomst(token, "", None, (), gevonden.intern))


def _vul(invuller: Invuller, veld: Veld, tekst: str) -> str:
    if veld.enkele_regel:
        return invuller.regel(tekst)
    return invuller.plat(tekst) if veld.platte_tekst else invuller.markdown(tekst)


def _met_schema(wijze: KanaalWijze, adres: str) -> str:
    """A bare number or mail address in a channel of that kind gets its `tel:` or `mailto:`."""
    if wijze is KanaalWijze.TELEFOON:
        return telefoonlink(adres) or adres
    return (maillink(adres) or adres) if wijze is KanaalWijze.E_MAIL else adres


def _tokens(samengesteld: SamengesteldProduct) -> Iterator[Token]:
    """Every token that the result, or what the desk shows beside it, depends on."""
    for veld in samengesteld.velden:
        yield from tokens_in(veld.tekst)
        if veld.herkomst is not Herkomst.CENTRAAL and veld.centraal is not None:
            yield from tokens_in(veld.centraal.tekst)
    yield from tokens_in(samengesteld.status_toelichting)
    for kanaal in samengesteld.kanalen:
        yield from tokens_in(kanaal.adres)
        yield from tokens_in(kanaal.label)
