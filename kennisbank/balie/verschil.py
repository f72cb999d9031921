"""Which fields of a product are not the same everywhere: what the desk of the region does not show as if they were.

Pure. A field differs when a municipality has a text of its own there, hides it, or has an amount or fact of its own
in the words of the region. Where the product is not offered, that is for the status to say.
"""

from __future__ import annotations

from collections.abc import Mapping

from kennisbank.balie.inhoud import BalieInhoud
from redactie.eigenfeiten import eigen_feiten, eigen_per_veld
from redactie.veld import Veld

_VELDEN = {veld.value: veld for veld in Veld}


def verschilt(overal: Mapping[str, BalieInhoud], *, intern: bool) -> dict[Veld, tuple[str, ...]]:
    """Slug of a municipality → what the desk keeps of the product there. Gives field → the slugs that differ."""
    per_veld: dict[Veld, list[str]] = {}
    for slug, balie in overal.items():
        eigen = set() if balie["eigen_product"] else {_VELDEN[lid["veld"]] for lid in balie["herkomst"]}
        eigen |= eigen_per_veld(eigen_feiten(balie["feiten"], balie["bereik"]), slug).keys()
        for veld in eigen:
            if intern or not veld.intern:
                per_veld.setdefault(veld, []).append(slug)
    return {veld: tuple(slugs) for veld, slugs in per_veld.items()}
