"""Looking up a token: which fact counts here and now, and how it reads.

Per key: if the municipality has any row of its own, only its rows count, also when they have lapsed; else the
central ones. A concept counts nowhere. Writing the value into a text is the work of `invullen.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from redactie.bronnen import REGIO, Feiten, GegevenBron, TariefBron
from redactie.keuzes import GegevenSoort, Herkomst, TariefSoort
from redactie.periode import begin_van, eerstvolgende_grens
from redactie.tokens import Token, TokenSoort

VERSCHILT = "verschilt per gemeente"

Rij = TypeVar("Rij", GegevenBron, TariefBron)


class Stand(Enum):
    WAARDE = "waarde"
    ONTBREEKT = "ontbreekt"
    VERSCHILT = "verschilt"


@dataclass(frozen=True, slots=True)
class Tariefregel:
    """A row of a table of tariffs; `bedrag` as it reads, empty when it has no value at this moment."""

    omschrijving: str
    bedrag: str
    token: str = ""


@dataclass(frozen=True, slots=True)
class Gevonden:
    """What a token reads as: `tekst` as plain words; `reden` why there is nothing, in Dutch."""

    stand: Stand
    tekst: str = ""
    soort: GegevenSoort = GegevenSoort.TEKST
    herkomst: Herkomst | None = None
    ids: tuple[int, ...] = ()
    intern: bool = False
    regels: tuple[Tariefregel, ...] = ()
    reden: str = ""


_GEMEENTE_SOORT = {
    "naam": GegevenSoort.TEKST,
    "telefoon": GegevenSoort.TELEFOON,
    "telefoon_buitenland": GegevenSoort.TELEFOON,
    "website": GegevenSoort.URL,
}


def zoek_op(token: Token, feiten: Feiten, op: datetime) -> Gevonden:
    """The value of a token for `feiten.gemeente` at `op`."""
    if token.soort is TokenSoort.GEMEENTE:
        return _van_gemeente(token.sleutel, feiten)
    if token.soort is TokenSoort.TARIEVEN:
        return _groep(token, feiten, op)
    if _verschilt(token.naam, feiten):
        return Gevonden(Stand.VERSCHILT, _zin_verschilt(token, feiten), herkomst=Herkomst.LOKAAL)
    if token.soort is TokenSoort.GEGEVEN:
        return _gegeven(feiten.per_gegeven.get(token.sleutel, ()), op)
    return _tarief(feiten.per_tarief.get(token.sleutel, ()), op)


def volgende_grens_feiten(tokens: Iterable[Token], feiten: Feiten, op: datetime) -> datetime | None:
    """The first moment after `op` at which a fact behind one of the tokens begins or ends."""
    rijen: list[GegevenBron | TariefBron] = []
    for token in tokens:
        if token.soort is TokenSoort.GEGEVEN:
            rijen.extend(feiten.per_gegeven.get(token.sleutel, ()))
        elif token.soort is TokenSoort.TARIEF:
            rijen.extend(feiten.per_tarief.get(token.sleutel, ()))
        elif token.soort is TokenSoort.TARIEVEN:
            for sleutel in _sleutels(token.sleutel, feiten):
                rijen.extend(feiten.per_tarief[sleutel])
    return eerstvolgende_grens((rij.periode for rij in rijen), op)


def bedrag_tekst(tarief: TariefBron, *, in_tabel: bool = False) -> str:
    """`€ 83,87`, `vanaf € 10,00`, `€ 3,00 per jaar`, `gratis`; in a table a surcharge says that it is one."""
    if tarief.soort is TariefSoort.GRATIS:
        return "gratis"
    if tarief.bedrag is None:
        return ""
    delen = [euro(tarief.bedrag)]
    if tarief.soort is TariefSoort.VANAF:
        delen.insert(0, "vanaf")
    if tarief.soort is TariefSoort.TOESLAG and in_tabel:
        delen.append("toeslag")
    if tarief.eenheid:
        delen.append(tarief.eenheid)
    return " ".join(delen)


def euro(bedrag: Decimal) -> str:
    """`Decimal("1234.5")` → `€ 1.234,50`."""
    return "€ " + f"{bedrag:,.2f}".translate(str.maketrans(",.", ".,"))


def _geldende_laag(rijen: tuple[Rij, ...]) -> tuple[tuple[Rij, ...], Herkomst]:
    eigen = tuple(rij for rij in rijen if rij.gemeente is not None)
    return (eigen, Herkomst.LOKAAL) if eigen else (rijen, Herkomst.CENTRAAL)


def _geldig(rijen: Iterable[Rij], op: datetime) -> Rij | None:
    """The row in force. Periods may not overlap; should they, then the latest, so that the answer is one."""
    return max(
        (rij for rij in rijen if rij.periode.geldt_op(op)),
        key=lambda rij: (str(rij.periode.van or ""), rij.id or 0),
        default=None,
    )


def _verschilt(naam: str, feiten: Feiten) -> bool:
    return feiten.gemeente.slug == REGIO and naam in feiten.elders_lokaal


def _zin_verschilt(token: Token, feiten: Feiten) -> str:
    """As it can stand in a sentence: "U hoort binnen een termijn die verschilt per gemeente of het mag"."""
    if token.soort is TokenSoort.TARIEF:
        return f"een bedrag dat {VERSCHILT}"
    soorten = {rij.soort for rij in feiten.per_gegeven.get(token.sleutel, ())}
    return f"een termijn die {VERSCHILT}" if soorten == {GegevenSoort.TERMIJN} else VERSCHILT


def _van_gemeente(sleutel: str, feiten: Feiten) -> Gevonden:
    waarde: str = getattr(feiten.gemeente, sleutel)
    soort = _GEMEENTE_SOORT[sleutel]
    if not waarde.strip():
        return Gevonden(Stand.ONTBREEKT, soort=soort, reden="niet ingevuld bij de gemeente")
    herkomst = Herkomst.CENTRAAL if feiten.gemeente.is_regio else Herkomst.LOKAAL
    return Gevonden(Stand.WAARDE, _een_regel(waarde), soort, herkomst)


def _gegeven(rijen: tuple[GegevenBron, ...], op: datetime) -> Gevonden:
    laag, herkomst = _geldende_laag(rijen)
    rij = _geldig(laag, op)
    if rij is None or not rij.waarde.strip():
        laatste = laag[-1] if laag else None
        soort = laatste.soort if laatste is not None else GegevenSoort.TEKST
        intern = any(lid.intern for lid in laag)
        return Gevonden(Stand.ONTBREEKT, soort=soort, intern=intern, reden=_reden(laag, herkomst))
    return Gevonden(Stand.WAARDE, _een_regel(rij.waarde), rij.soort, herkomst, _ids([rij]), rij.intern)


def _tarief(rijen: tuple[TariefBron, ...], op: datetime) -> Gevonden:
    laag, herkomst = _geldende_laag(rijen)
    rij = _geldig(laag, op)
    if rij is None or not bedrag_tekst(rij):
        return Gevonden(Stand.ONTBREEKT, reden=_reden(laag, herkomst))
    return Gevonden(Stand.WAARDE, _een_regel(bedrag_tekst(rij)), herkomst=herkomst, ids=_ids([rij]))


def _sleutels(groep: str, feiten: Feiten) -> list[str]:
    return list(dict.fromkeys(rij.sleutel for rij in feiten.per_groep.get(groep, ())))


def _groep(token: Token, feiten: Feiten, op: datetime) -> Gevonden:
    """The union of the keys of a group, in order; each key by the rule for keys."""
    regels: list[tuple[tuple[int, str], Tariefregel, Herkomst, tuple[int, ...]]] = []
    for sleutel in _sleutels(token.sleutel, feiten):
        alle = feiten.per_tarief[sleutel]
        laag, herkomst = _geldende_laag(alle)
        rij = _geldig(laag, op)
        toon = rij or max(laag, key=lambda lid: str(lid.periode.van or ""))
        if rij is None and _begint_nog(alle, op):
            continue
        naam = f"tarief:{sleutel}"
        bedrag = bedrag_tekst(rij, in_tabel=True) if rij is not None else ""
        ids = _ids([rij]) if rij is not None and bedrag else ()
        if _verschilt(naam, feiten):
            bedrag, ids, herkomst = VERSCHILT, (), Herkomst.LOKAAL
        regel = Tariefregel(_omschrijving(toon), _een_regel(bedrag), naam)
        regels.append(((toon.volgorde, sleutel), regel, herkomst, ids))
    regels.sort(key=lambda lid: lid[0])
    uit = [regel for _, regel, _, _ in regels]
    if _verschilt(token.naam, feiten) and not any(regel.bedrag == VERSCHILT for regel in uit):
        if not uit:
            return Gevonden(Stand.VERSCHILT, VERSCHILT, herkomst=Herkomst.LOKAAL)
        # No central key differs, so a municipality has a key that the region does not know.
        uit.append(Tariefregel("Andere bedragen", VERSCHILT, token.naam))
    if not any(regel.bedrag for regel in uit):
        return Gevonden(Stand.ONTBREEKT, regels=tuple(uit), reden="geen tarief dat nu geldt")
    herkomsten = {herkomst for _, _, herkomst, _ in regels}
    tekst = "; ".join(f"{regel.omschrijving}: {regel.bedrag or 'nog niet bekend'}" for regel in uit)
    return Gevonden(
        Stand.WAARDE,
        tekst,
        herkomst=herkomsten.pop() if len(herkomsten) == 1 else Herkomst.GEMENGD,
        ids=tuple(id_ for _, _, _, ids in regels for id_ in ids),
        regels=tuple(uit),
    )


def _begint_nog(rijen: tuple[TariefBron, ...], op: datetime) -> bool:
    """A tariff that nobody has had yet: it is not missing, it is still to come."""
    return all(rij.periode.van is not None and begin_van(rij.periode.van) > op for rij in rijen)


def _omschrijving(tarief: TariefBron) -> str:
    voorwaarde = f" ({tarief.voorwaarde})" if tarief.voorwaarde else ""
    return _een_regel(tarief.omschrijving + voorwaarde)


def _reden(laag: tuple[GegevenBron, ...] | tuple[TariefBron, ...], herkomst: Herkomst) -> str:
    if not laag:
        return "bestaat niet"
    van = "de gemeente" if herkomst is Herkomst.LOKAAL else "de regio"
    return f"{van} heeft hiervoor op dit moment geen waarde"


def _ids(rijen: Iterable[GegevenBron | TariefBron]) -> tuple[int, ...]:
    return tuple(rij.id for rij in rijen if rij.id is not None)


def _een_regel(waarde: str) -> str:
    return " ".join(waarde.split())
