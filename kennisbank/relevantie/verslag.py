"""The numbers of a run as a table for a screen of 110 columns, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kennisbank.relevantie.maten import beste_sleutels
from kennisbank.relevantie.meten import Meting
from kennisbank.relevantie.samenvatten import ALLES, Cijfers
from kennisbank.relevantie.vergelijken import Verschil

KOPPEN = (
    "type",
    "vragen",
    "nDCG@5",
    "MRR",
    "op 1",
    "in 3",
    "niets",
    "tikfout",
    "nDCG@5",
    "MRR",
    "in 3",
    "tekens",
    "deel",
    "nooit",
)
NAMEN = {
    "ndcg": "nDCG@5",
    "mrr": "MRR",
    "op1": "op 1",
    "op3": "in 3",
    "bewerkt_ndcg": "nDCG@5 met een tikfout",
}
LEEG = "–"


def tabel(samen: Mapping[str, Cijfers]) -> list[str]:
    """One line per type of question that has an answer here, and the sum under it."""
    rijen = [_rij(soort, lid) for soort, lid in samen.items() if lid.aantal]
    return _lijnen_uit(KOPPEN, rijen)


def buiten(alles: Cijfers) -> str:
    """In one sentence: how questions fared that have no answer here."""
    if not alles.buiten:
        return "Er zijn geen vragen zonder antwoord gesteld."
    return (
        f"{alles.buiten} vragen waarop hier niets antwoord geeft: {_procent(alles.terecht_leeg)} krijgt niets, "
        f"{_procent(alles.stellig_fout)} krijgt een stellig antwoord (alle woorden gevonden)."
    )


def vergelijking(verschillen: Mapping[str, Verschil]) -> list[str]:
    """Each measure then and now, with the 95 % interval of the difference."""
    rijen = [
        (
            NAMEN[naam],
            str(lid.aantal),
            _getal(lid.eerder),
            _getal(lid.nu),
            f"{lid.verschil:+.3f}",
            f"{lid.van:+.3f} tot {lid.tot:+.3f}",
            oordeel(lid),
        )
        for naam, lid in verschillen.items()
    ]
    return _lijnen_uit(("maat", "vragen", "eerder", "nu", "verschil", "95 %", ""), rijen)


def missers(metingen: Iterable[Meting], oordelen: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Per question without the best product on top: what it should be, and what came."""
    return [
        f"{meting.id} {meting.type} {meting.bereik} “{meting.gesteld.vraag}” trede {meting.gesteld.trede}: "
        f"{', '.join(sorted(beste_sleutels(oordelen[meting.id])))} ← {', '.join(meting.gesteld.sleutels) or 'niets'}"
        for meting in metingen
        if meting.verwacht and not meting.gesteld.op1
    ]


def oordeel(verschil: Verschil) -> str:
    if verschil.beter:
        return "beter"
    return "slechter" if verschil.slechter else "geen verschil aangetoond"


def _rij(soort: str, lid: Cijfers) -> tuple[str, ...]:
    return (
        soort,
        str(lid.aantal),
        _getal(lid.ndcg),
        _getal(lid.mrr),
        _getal(lid.op1),
        _getal(lid.op3),
        _procent(lid.leeg),
        str(lid.bewerkt or LEEG),
        _getal(lid.bewerkt_ndcg),
        _getal(lid.bewerkt_mrr),
        _getal(lid.bewerkt_op3),
        f"{lid.tekens:g}" if lid.tekens is not None else LEEG,
        _procent(lid.tekens_deel),
        _procent(lid.nooit),
    )


def _lijnen_uit(koppen: tuple[str, ...], rijen: Sequence[tuple[str, ...]]) -> list[str]:
    breedten = [max(map(len, kolom)) for kolom in zip(koppen, *rijen, strict=True)]
    streep = tuple("─" * breedte for breedte in breedten)
    som = [streep] if rijen and rijen[-1][0] == ALLES else []
    geordend = [koppen, streep, *rijen[:-1], *som, *rijen[-1:]]
    return [
        "  ".join(
            cel.ljust(breedte) if plek == 0 else cel.rjust(breedte)
            for plek, (cel, breedte) in enumerate(zip(rij, breedten, strict=True))
        ).rstrip()
        for rij in geordend
    ]


def _getal(waarde: float | None) -> str:
    return LEEG if waarde is None else f"{waarde:.3f}"


def _procent(waarde: float | None) -> str:
    return LEEG if waarde is None else f"{waarde:.0%}"
