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
    Klasse,
    Productsoort,
    Status,
)
from redactie.periode import begin_van, eerstvolgende_grens
from redactie.veld import Veld
from redactie.vingerafdruk import vingerafdruk


@dataclass(frozen=True, slots=True)
class TeHerzien:
    """Why a deviation waits for a judgement: the central text it was judged against, and the one that holds now."""

    sinds: datetime
    klasse: Klasse
    toelichting: str
    basis: TekstversieBron | None
    nu: TekstversieBron | None


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
    eigen_product: bool
    genegeerd: tuple[AfwijkingBron, ...]
    """Deviations of fields that the centre has fixed: from before, ignored and reported."""
    opnieuw_op: datetime | None
    """The first moment after `op` at which these sources give something else, as far as their dates say."""

    def veld(self, veld: Veld) -> SamengesteldVeld | None:
        return next((lid for lid in self.velden if lid.veld is veld), None)


def samenvoegen(centraal: CentraalProduct, lokaal: LokaleLaag, op: datetime) -> SamengesteldProduct | None:
    """Merge for `lokaal.gemeente` (which may be the region, `bronnen.REGIO`) at moment `op`.

    A municipality without a LokaleVersie is an empty `LokaleLaag`. None: there is no publication here (`na_keuze`
    without a yes, or another municipality's own product). Whether the product itself is live is not asked here.
    """
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
        velden=tuple(veld for lid in Veld if (veld := _veld(centraal, lokaal, lid, op)) is not None),
        kanalen=_kanalen(centraal.kanalen, lokaal.kanalen),
        upn=centraal.upn,
        doelgroepen=centraal.doelgroepen,
        themas=centraal.themas,
        trefwoorden=tuple(dict.fromkeys((*centraal.trefwoorden, *lokaal.trefwoorden))),
        verwant=centraal.verwant,
        eigenaar=centraal.eigenaar,
        behandelaar=lokaal.behandelaar or centraal.behandelaar,
        controledatum=centraal.controledatum,
        eigen_product=centraal.gemeente is not None,
        genegeerd=tuple(
            afwijking for afwijking in lokaal.afwijkingen if afwijking.veld in centraal.vaste_velden
        ),
        opnieuw_op=volgende_moment(centraal, lokaal, op),
    )


def volgende_moment(centraal: CentraalProduct, lokaal: LokaleLaag, op: datetime) -> datetime | None:
    """The first date boundary after `op` of the central and the local layer, or None."""
    momenten = [versie.vanaf for versie in centraal.tekstversies if versie.vanaf > op]
    if centraal.vervalt_op is not None and begin_van(centraal.vervalt_op) > op:
        momenten.append(begin_van(centraal.vervalt_op))
    grens = eerstvolgende_grens(
        [lokaal.periode, *(afwijking.periode for afwijking in lokaal.afwijkingen)], op
    )
    if grens is not None:
        momenten.append(grens)
    return min(momenten, default=None)


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
    return Status.AANGEBODEN, "", None


def _veld(centraal: CentraalProduct, lokaal: LokaleLaag, veld: Veld, op: datetime) -> SamengesteldVeld | None:
    bron = centraal.tekst_op(veld, op)
    centrale_tekst = bron.tekst if bron is not None else ""
    geldig: tuple[AfwijkingBron, ...] = ()
    if veld not in centraal.vaste_velden:
        geldig = tuple(
            sorted(
                (lid for lid in lokaal.afwijkingen if lid.veld is veld and lid.periode.geldt_op(op)),
                key=lambda lid: (lid.wijze.value, lid.periode.van or date.min),
            )
        )
    if not geldig:
        return (
            SamengesteldVeld(veld, centrale_tekst, Herkomst.CENTRAAL, bron)
            if centrale_tekst.strip()
            else None
        )
    tekst, herkomst = _combineer(centrale_tekst, {afwijking.wijze: afwijking for afwijking in geldig})
    te_herzien = next(
        (wacht for lid in geldig if (wacht := te_herzien_van(centraal, lid, op)) is not None), None
    )
    return SamengesteldVeld(veld, tekst, herkomst, bron, geldig, te_herzien)


def _combineer(centraal: str, per_wijze: dict[AfwijkingWijze, AfwijkingBron]) -> tuple[str, Herkomst]:
    """The local ways combine: something before, the text itself (central, replaced or hidden), something after."""
    vervangen = per_wijze.get(AfwijkingWijze.VERVANGEN)
    verborgen = AfwijkingWijze.VERBERGEN in per_wijze
    midden = "" if verborgen else vervangen.tekst if vervangen is not None else centraal
    delen = [
        per_wijze[AfwijkingWijze.ERVOOR].tekst if AfwijkingWijze.ERVOOR in per_wijze else "",
        midden,
        per_wijze[AfwijkingWijze.ERNA].tekst if AfwijkingWijze.ERNA in per_wijze else "",
    ]
    tekst = "\n\n".join(deel for deel in delen if deel.strip())
    if not tekst:
        return "", Herkomst.VERBORGEN
    if verborgen or vervangen is not None or not centraal.strip():
        return tekst, Herkomst.LOKAAL
    return tekst, Herkomst.GEMENGD


def te_herzien_van(centraal: CentraalProduct, afwijking: AfwijkingBron, op: datetime) -> TeHerzien | None:
    """Whether the central text has become another one than the deviation was last judged against.

    Judged against the newest of its base and the Tekstversies of its decisions ("later" is not a judgement). Equal
    by fingerprint of the symbolic text, or reached by cosmetic changes only, is not te herzien. Always computed,
    never stored: a change that is taken back clears itself.
    """
    tijdlijn = sorted(
        (versie for versie in centraal.tekstversies if versie.veld is afwijking.veld and versie.vanaf <= op),
        key=lambda versie: (versie.vanaf, versie.id),
    )
    per_id = {versie.id: versie for versie in tijdlijn}
    beoordeeld = [afwijking.basis] + [
        lid.tekstversie for lid in afwijking.herzieningen if lid.besluit != Besluit.LATER
    ]
    bases = [per_id[id_] for id_ in beoordeeld if id_ is not None and id_ in per_id]
    basis = max(bases, key=lambda versie: (versie.vanaf, versie.id), default=None)
    nu = tijdlijn[-1] if tijdlijn else None
    if nu is None or nu is basis:
        return None
    beoordeelde_tekst = vingerafdruk(basis.tekst if basis is not None else "")
    later = tijdlijn[tijdlijn.index(basis) + 1 :] if basis is not None else tijdlijn
    # A change that was taken back counts no more, nor does anything before it.
    terug = [plek for plek, versie in enumerate(later) if vingerafdruk(versie.tekst) == beoordeelde_tekst]
    later = later[terug[-1] + 1 :] if terug else later
    inhoudelijk = [versie for versie in later if versie.klasse is not Klasse.COSMETISCH]
    if not inhoudelijk:
        return None
    spoed = any(versie.klasse is Klasse.SPOED for versie in inhoudelijk)
    klasse = Klasse.SPOED if spoed else Klasse.INHOUDELIJK
    return TeHerzien(inhoudelijk[0].vanaf, klasse, inhoudelijk[-1].toelichting, basis, nu)


def _kanalen(centraal: tuple[KanaalBron, ...], lokaal: tuple[KanaalBron, ...]) -> tuple[KanaalBron, ...]:
    """Local rows replace, or end, the central ones of the same actie and wijze."""
    eigen = {(kanaal.actie, kanaal.wijze) for kanaal in lokaal}
    over = [kanaal for kanaal in centraal if (kanaal.actie, kanaal.wijze) not in eigen]
    return (*over, *(kanaal for kanaal in lokaal if not kanaal.vervalt))
