"""The merge: one central product and one local layer make what holds in one bereik at one moment.

Pure and symbolic: tokens stay tokens (`oplossen.py` fills them in), Markdown stays Markdown (`opmaak.py`). The
order is merge → resolve → validate → render. Nothing is copied: a field without a deviation is the central text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from redactie.bronnen import (
    AfwijkingBron,
    CentraalProduct,
    KanaalBron,
    LokaleLaag,
    TekstversieBron,
    UpnBron,
)
from redactie.keuzes import (
    Aanbod,
    Aangeboden,
    AfwijkingWijze,
    Besluit,
    Herkomst,
    Productsoort,
    Status,
)
from redactie.nagekeken import Nagekeken
from redactie.periode import ALTIJD, begin_van, dag_van, eerstvolgende_grens
from redactie.te_herzien import TeHerzien, te_herzien_van
from redactie.veld import Veld

_PLEK = {veld: plek for plek, veld in enumerate(Veld)}
_AANGEBODEN = (Status.AANGEBODEN, "", None)


@dataclass(frozen=True, slots=True)
class SamengesteldVeld:
    """A merged field. A hidden one stays in the list with an empty text, so that the desk can say that it is hidden."""

    veld: Veld
    tekst: str
    herkomst: Herkomst
    centraal: TekstversieBron | None = None
    afwijkingen: tuple[AfwijkingBron, ...] = ()
    te_herzien: TeHerzien | None = None


@dataclass(frozen=True, slots=True)
class SamengesteldProduct:
    """What one bereik gets of one product, tokens unresolved."""

    sleutel: str
    bereik: str
    op: datetime
    productsoort: Productsoort
    status: Status
    status_toelichting: str
    verwijst_naar: str | None
    velden: tuple[SamengesteldVeld, ...]
    kanalen: tuple[KanaalBron, ...]
    upn: tuple[UpnBron, ...]
    doelgroepen: tuple[str, ...]
    themas: tuple[str, ...]
    trefwoorden: tuple[str, ...]
    verwant: tuple[str, ...]
    eigenaar: str | None
    behandelaar: str | None
    controledatum: date | None
    nagekeken: Nagekeken
    eigen_product: bool
    genegeerd: tuple[AfwijkingBron, ...]
    """Deviations of fields that the centre has fixed: from before, ignored and reported."""
    opnieuw_op: datetime | None
    """The first moment after `op` at which these sources give something else, as far as their dates say."""

    def veld(self, veld: Veld) -> SamengesteldVeld | None:
        return next((lid for lid in self.velden if lid.veld is veld), None)


@dataclass(frozen=True, slots=True)
class CentraalBeeld:
    """The central layer at one moment: the same for every bereik, so made once and shared between them."""

    product: CentraalProduct
    op: datetime
    velden: tuple[SamengesteldVeld, ...]
    """The fields that have a text, in the order of Veld."""
    trefwoorden: tuple[str, ...]
    """Each once."""
    volgende: datetime | None
    """The first moment after `op` at which the central layer gives something else."""


def centraal_beeld(centraal: CentraalProduct, op: datetime) -> CentraalBeeld:
    teksten = centraal.teksten_op(op)
    momenten = [versie.vanaf for versie in centraal.tekstversies if versie.vanaf > op]
    if centraal.vervalt_op is not None and begin_van(centraal.vervalt_op) > op:
        momenten.append(begin_van(centraal.vervalt_op))
    return CentraalBeeld(
        product=centraal,
        op=op,
        velden=tuple(
            SamengesteldVeld(veld, bron.tekst, Herkomst.CENTRAAL, bron)
            for veld in Veld
            if (bron := teksten.get(veld)) is not None and bron.tekst.strip()
        ),
        trefwoorden=tuple(dict.fromkeys(centraal.trefwoorden)),
        volgende=min(momenten, default=None),
    )


def samenvoegen(centraal: CentraalProduct, lokaal: LokaleLaag, op: datetime) -> SamengesteldProduct | None:
    """Merge for `lokaal.gemeente` (which may be the region, `bronnen.REGIO`) at moment `op`.

    A municipality without a LokaleVersie is an empty `LokaleLaag`. None: there is no publication here (`na_keuze`
    without a yes, or another municipality's own product). Whether the product itself is live is not asked here.
    Whoever merges one product for many municipalities makes the central picture once and calls `voeg_toe`.
    """
    return voeg_toe(centraal_beeld(centraal, op), lokaal)


def voeg_toe(beeld: CentraalBeeld, lokaal: LokaleLaag) -> SamengesteldProduct | None:
    """The local layer on the central picture; what does not deviate is the central field itself, not a copy."""
    centraal, op = beeld.product, beeld.op
    if centraal.gemeente is not None and centraal.gemeente != lokaal.gemeente:
        return None
    stand = _stand(centraal, lokaal, op)
    if stand is None:
        return None
    status, toelichting, verwijst_naar = stand
    return SamengesteldProduct(
        sleutel=centraal.sleutel,
        bereik=lokaal.gemeente,
        op=op,
        productsoort=centraal.productsoort,
        status=status,
        status_toelichting=toelichting,
        verwijst_naar=verwijst_naar,
        velden=_velden(beeld, lokaal),
        kanalen=_kanalen(centraal.kanalen, lokaal.kanalen),
        upn=centraal.upn,
        doelgroepen=centraal.doelgroepen,
        themas=centraal.themas,
        trefwoorden=_trefwoorden(beeld.trefwoorden, lokaal.trefwoorden),
        verwant=centraal.verwant,
        eigenaar=centraal.eigenaar,
        behandelaar=lokaal.behandelaar or centraal.behandelaar,
        controledatum=centraal.controledatum,
        nagekeken=_nagekeken(centraal, lokaal),
        eigen_product=centraal.gemeente is not None,
        genegeerd=_genegeerd(centraal, lokaal),
        opnieuw_op=volgende_moment(beeld, lokaal),
    )


def volgende_moment(beeld: CentraalBeeld, lokaal: LokaleLaag) -> datetime | None:
    """The first date boundary after the moment of the picture, of the central and the local layer; or None."""
    if not lokaal.afwijkingen and lokaal.periode is ALTIJD:
        return beeld.volgende
    perioden = [lokaal.periode, *(afwijking.periode for afwijking in lokaal.afwijkingen)]
    grens = eerstvolgende_grens(perioden, beeld.op)
    return min((moment for moment in (beeld.volgende, grens) if moment is not None), default=None)


def _stand(
    centraal: CentraalProduct, lokaal: LokaleLaag, op: datetime
) -> tuple[Status, str, str | None] | None:
    """Status, explanation and where to go instead; None for `na_keuze` without a yes.

    The period of a LokaleVersie is about its answer to "is it offered here"; each deviation has its own period.
    """
    if centraal.vervalt_op is not None and op >= begin_van(centraal.vervalt_op):
        return Status.VERVALLEN, centraal.vervallen_toelichting, centraal.opvolger
    antwoord = lokaal.aangeboden if lokaal.periode.geldt_op(op) else Aangeboden.ONBEKEND
    if antwoord is Aangeboden.VALT_ONDER:
        return Status.VALT_ONDER, lokaal.toelichting, lokaal.valt_onder
    if antwoord is Aangeboden.NEE:
        return Status.NIET_AANGEBODEN, lokaal.toelichting, None
    van_zichzelf = centraal.gemeente is not None
    if antwoord is Aangeboden.ONBEKEND and centraal.aanbod is Aanbod.NA_KEUZE and not van_zichzelf:
        return None
    return _AANGEBODEN


def _velden(beeld: CentraalBeeld, lokaal: LokaleLaag) -> tuple[SamengesteldVeld, ...]:
    """In the order of Veld; the central tuple itself where nothing deviates now."""
    if not lokaal.afwijkingen:
        return beeld.velden
    per_veld: dict[Veld, list[AfwijkingBron]] = {}
    for afwijking in lokaal.afwijkingen:
        if afwijking.veld not in beeld.product.vaste_velden and afwijking.periode.geldt_op(beeld.op):
            per_veld.setdefault(afwijking.veld, []).append(afwijking)
    if not per_veld:
        return beeld.velden
    velden = [
        _afgeweken(beeld, lid.veld, lid.centraal, per_veld.pop(lid.veld)) if lid.veld in per_veld else lid
        for lid in beeld.velden
    ]
    if per_veld:
        for veld, geldig in per_veld.items():
            velden.append(_afgeweken(beeld, veld, beeld.product.tekst_op(veld, beeld.op), geldig))
        velden.sort(key=lambda lid: _PLEK[lid.veld])
    return tuple(velden)


def _afgeweken(
    beeld: CentraalBeeld, veld: Veld, bron: TekstversieBron | None, afwijkingen: list[AfwijkingBron]
) -> SamengesteldVeld:
    if len(afwijkingen) > 1:
        afwijkingen.sort(key=lambda lid: (lid.wijze.value, lid.periode.van or date.min))
    geldig = tuple(afwijkingen)
    tekst, herkomst = _combineer(
        bron.tekst if bron is not None else "", {afwijking.wijze: afwijking for afwijking in geldig}
    )
    wachtend = (te_herzien_van(beeld.product, lid, beeld.op) for lid in geldig)
    te_herzien = next((wacht for wacht in wachtend if wacht is not None), None)
    return SamengesteldVeld(veld, tekst, herkomst, bron, geldig, te_herzien)


def _combineer(centraal: str, per_wijze: dict[AfwijkingWijze, AfwijkingBron]) -> tuple[str, Herkomst]:
    """The local ways combine: something before, the text itself (central, replaced or hidden), something after."""
    vervangen = per_wijze.get(AfwijkingWijze.VERVANGEN)
    verborgen = AfwijkingWijze.VERBERGEN in per_wijze
    midden = "" if verborgen else vervangen.tekst if vervangen is not None else centraal
    ervoor, erna = per_wijze.get(AfwijkingWijze.ERVOOR), per_wijze.get(AfwijkingWijze.ERNA)
    delen = (ervoor.tekst if ervoor is not None else "", midden, erna.tekst if erna is not None else "")
    tekst = "\n\n".join([deel for deel in delen if deel.strip()])
    if not tekst:
        return "", Herkomst.VERBORGEN
    if verborgen or vervangen is not None or not centraal.strip():
        return tekst, Herkomst.LOKAAL
    return tekst, Herkomst.GEMENGD


def _kanalen(centraal: tuple[KanaalBron, ...], lokaal: tuple[KanaalBron, ...]) -> tuple[KanaalBron, ...]:
    """Local rows replace, or end, the central ones of the same actie and wijze."""
    if not lokaal:
        return centraal
    eigen = {(kanaal.actie, kanaal.wijze) for kanaal in lokaal}
    over = [kanaal for kanaal in centraal if (kanaal.actie, kanaal.wijze) not in eigen]
    return (*over, *(kanaal for kanaal in lokaal if not kanaal.vervalt))


def _trefwoorden(centraal: tuple[str, ...], lokaal: tuple[str, ...]) -> tuple[str, ...]:
    """The local ones after the central ones, each once."""
    return tuple(dict.fromkeys((*centraal, *lokaal))) if lokaal else centraal


def _nagekeken(centraal: CentraalProduct, lokaal: LokaleLaag) -> Nagekeken:
    """Of a municipality's own product both layers are its own."""
    van_gemeente = _nagekeken_lokaal(lokaal)
    if centraal.gemeente is None:
        return Nagekeken(centraal.nagekeken_op, van_gemeente)
    dagen = (dag for dag in (centraal.nagekeken_op, van_gemeente) if dag is not None)
    return Nagekeken(lokaal=max(dagen, default=None))


def _nagekeken_lokaal(lokaal: LokaleLaag) -> date | None:
    """Who judged a deviation against the region's text has looked at it too; "later" is no judgement."""
    oordelen = (
        dag_van(oordeel.wanneer)
        for afwijking in lokaal.afwijkingen
        for oordeel in afwijking.herzieningen
        if oordeel.besluit != Besluit.LATER
    )
    dagen = [lokaal.nagekeken_op] if lokaal.nagekeken_op is not None else []
    return max((*dagen, *oordelen), default=None)


def _genegeerd(centraal: CentraalProduct, lokaal: LokaleLaag) -> tuple[AfwijkingBron, ...]:
    if not (lokaal.afwijkingen and centraal.vaste_velden):
        return ()
    return tuple(afwijking for afwijking in lokaal.afwijkingen if afwijking.veld in centraal.vaste_velden)
