"""The row of deviations that wait for somebody's judgement, the oldest question first.

A question that was put off comes back on its day; one that is answered in a draft waits for that draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.permissions import policy_registry

from redactie.herzien import te_herzien
from redactie.keuzes import Besluit
from redactie.models import Herziening, LokaleVersie
from redactie.te_herzien import TeHerzien
from redactie.veld import Veld


@dataclass(frozen=True, slots=True)
class Vraag:
    """One deviation that waits. `later_op`: put off until that day; `in_concept`: answered in the draft."""

    versie: LokaleVersie
    veld: Veld
    wacht: TeHerzien
    later_op: date | None = None
    in_concept: bool = False

    @property
    def open(self) -> bool:
        return self.later_op is None and not self.in_concept

    @property
    def naam(self) -> str:
        return f"{self.versie.product} · {self.veld.kolom_label}"

    @property
    def adres(self) -> str:
        ruimte = "wagtailsnippets_redactie_lokaleversie"
        return reverse(f"{ruimte}:herzien", args=[self.versie.pk, self.veld.value])

    def gaat_over(self, versie: LokaleVersie, veld: Veld) -> bool:
        return (self.versie.pk, self.veld) == (versie.pk, veld)


def wat_mag(model: type, user: Any) -> QuerySet:
    """What this person may work on."""
    return policy_registry.get_by_type(model).instances_user_has_permission_for(user, "change")


def eigen_versies(user: Any) -> list[LokaleVersie]:
    """Every local version that this person may work on, with its published own texts. 2 queries."""
    return list(
        wat_mag(LokaleVersie, user)
        .select_related("product", "gemeente", "latest_revision")
        .prefetch_related("afwijkingen")
    )


def herzienrij(user: Any) -> list[Vraag]:
    """Of all municipalities of this person."""
    return vragen_bij(eigen_versies(user))


def vragen_bij(versies: Sequence[LokaleVersie]) -> list[Vraag]:
    """First what is open, then what was put off or stands in a draft."""
    wacht = te_herzien(versies)
    wachtend = [versie for versie in versies if wacht[versie.pk]]
    uitstel, in_concept = _uitgesteld(wachtend), _nog_open_in_concept(wachtend)
    vragen = [
        Vraag(
            versie,
            veld,
            waarom,
            _tot(uitstel, versie, veld, waarom),
            versie.pk in in_concept and veld not in in_concept[versie.pk],
        )
        for versie in wachtend
        for veld, waarom in wacht[versie.pk].items()
    ]
    return sorted(vragen, key=lambda vraag: (not vraag.open, vraag.later_op or date.min, vraag.wacht.sinds))


def volgende(rij: Sequence[Vraag], versie: LokaleVersie, veld: Veld) -> Vraag | None:
    """The next open question after this one; past the last, the first that is left."""
    open_vragen = [vraag for vraag in rij if vraag.open]
    hier = plaats_in(open_vragen, versie, veld)
    rest = open_vragen if hier is None else open_vragen[hier + 1 :] + open_vragen[:hier]
    return rest[0] if rest else None


def plaats_in(vragen: Sequence[Vraag], versie: LokaleVersie, veld: Veld) -> int | None:
    return next((nummer for nummer, vraag in enumerate(vragen) if vraag.gaat_over(versie, veld)), None)


Sleutel = tuple[int, int, str]


def _uitgesteld(versies: Sequence[LokaleVersie]) -> dict[Sleutel, Herziening]:
    """Of each field the newest decision, when that one is "later" and its day has not come."""
    besluiten = Herziening.objects.filter(
        product__in={versie.product_id for versie in versies},
        gemeente__in={versie.gemeente_id for versie in versies},
    )
    nieuwste: dict[Sleutel, Herziening] = {}
    for besluit in besluiten.order_by("wanneer", "pk"):
        nieuwste[besluit.product_id, besluit.gemeente_id, besluit.veld] = besluit
    vandaag = timezone.localdate()
    return {
        sleutel: besluit
        for sleutel, besluit in nieuwste.items()
        if besluit.besluit == Besluit.LATER and besluit.later_op is not None and besluit.later_op > vandaag
    }


def _tot(
    uitstel: dict[Sleutel, Herziening], versie: LokaleVersie, veld: Veld, waarom: TeHerzien
) -> date | None:
    """Only as long as the region's text is still the one that was put off."""
    besluit = uitstel.get((versie.product_id, versie.gemeente_id, veld.value))
    zelfde = besluit is not None and waarom.nu is not None and besluit.tekstversie_id == waarom.nu.id
    return besluit.later_op if zelfde else None


def _nog_open_in_concept(versies: Sequence[LokaleVersie]) -> dict[int, set[Veld]]:
    """Of each version with a draft, the fields that wait in that draft too."""
    concepten = [
        versie.get_latest_revision_as_object() for versie in versies if versie.has_unpublished_changes
    ]
    return {pk: set(velden) for pk, velden in te_herzien(concepten).items()} if concepten else {}
