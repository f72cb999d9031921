"""A warning where an import will pass by what an editor has begun: a draft, a workflow, a lock.

The draft stays in the history of the product; the import decides nothing about it.
"""

from __future__ import annotations

from collections.abc import Iterable

from redactie.invoer.documenten import Document, Soort
from redactie.invoer.fouten import Fouten
from redactie.invoer.verschil import Plan
from redactie.models import LokaleVersie, Product
from redactie.tweede_paar import met_twee_paar_ogen

TWEE_PAAR = "een collega kijkt hier elke tekst na. Wat u inleest, komt als concept; publiceer het in het CMS."
VELDEN = ("has_unpublished_changes", "locked", "live", "latest_revision_id")


def waarschuw_voor_concepten(plan: Plan, fouten: Fouten) -> None:
    producten = {(rij.sleutel,): rij for rij in Product.objects.only("sleutel", *VELDEN)}
    _waarschuw(plan[Soort.PRODUCT].te_schrijven, producten, fouten)
    versies = LokaleVersie.objects.select_related("gemeente", "product").only(
        "gemeente__slug", "product__sleutel", *VELDEN
    )
    _waarschuw(
        plan[Soort.LOKAAL].te_schrijven,
        {(rij.gemeente.slug, rij.product.sleutel): rij for rij in versies},
        fouten,
    )


def waarschuw_voor_tweede_paar(plan: Plan, fouten: Fouten) -> None:
    """Once per owner: what is read for it waits as a draft."""
    gezegd = set(met_twee_paar_ogen())
    for document in (*plan[Soort.PRODUCT].te_schrijven, *plan[Soort.LOKAAL].te_schrijven):
        if document.gemeente in gezegd:
            gezegd.remove(document.gemeente)
            fouten.waarschuw(document.plek, f"{document.gemeente or 'De regio'}: {TWEE_PAAR}")


def _waarschuw(
    documenten: Iterable[Document],
    rijen: dict[tuple[str], Product] | dict[tuple[str, str], LokaleVersie],
    fouten: Fouten,
) -> None:
    for document in documenten:
        rij = rijen.get(document.identiteit)  # type: ignore[call-overload]  # an identity fits its kind
        if rij is None:
            continue
        if rij.has_unpublished_changes or (not rij.live and rij.latest_revision_id):
            fouten.waarschuw(
                document.plek,
                "Er is een concept in het CMS. De invoer gaat ervoor; het blijft in de geschiedenis staan.",
            )
        if rij.locked:
            fouten.waarschuw(
                document.plek, "Een redacteur heeft dit vergrendeld. De invoer wijzigt het toch."
            )
