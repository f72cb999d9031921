"""Whether a deviation waits for a judgement: has the central text become another one than it was judged against?

Pure, and always computed from the kept texts by today's code, never stored as a flag.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from redactie.bronnen import AfwijkingBron, CentraalProduct, TekstversieBron
from redactie.keuzes import Besluit, Klasse
from redactie.vingerafdruk import vingerafdruk


@dataclass(frozen=True, slots=True)
class TeHerzien:
    """Why a deviation waits for a judgement: the central text it was judged against, and the one that holds now."""

    sinds: datetime
    klasse: Klasse
    toelichting: str
    basis: TekstversieBron | None
    nu: TekstversieBron | None


def te_herzien_van(centraal: CentraalProduct, afwijking: AfwijkingBron, op: datetime) -> TeHerzien | None:
    """Whether the central text has become another one than the deviation was last judged against.

    Judged against the newest of its base and the Tekstversies of its decisions ("later" is not a judgement). Equal
    by fingerprint of the symbolic text, or reached by cosmetic changes only, is not te herzien. Always computed,
    never stored: a change that is taken back clears itself.
    """
    nu = centraal.tekst_op(afwijking.veld, op)
    beoordeeld = {lid.tekstversie for lid in afwijking.herzieningen if lid.besluit != Besluit.LATER}
    if afwijking.basis is not None:
        beoordeeld.add(afwijking.basis)
    # Nearly all deviations: there is no time line to look at.
    if nu is None or nu.id in beoordeeld:
        return None
    tijdlijn = sorted(
        (versie for versie in centraal.tekstversies if versie.veld is afwijking.veld and versie.vanaf <= op),
        key=lambda versie: (versie.vanaf, versie.id),
    )
    bases = [versie for versie in tijdlijn if versie.id in beoordeeld]
    basis = bases[-1] if bases else None
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
