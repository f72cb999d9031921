"""A decision on an own text can be taken back for a day: what stood there comes back, and so does the question.

Only as long as nobody has worked on that text since: what a colleague made of it is never overwritten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from redactie.eigenteksten import (
    CONCEPT,
    RIJ,
    Verandering,
    Waarden,
    verander,
    waarden_van,
    zegt_hetzelfde,
    zet_rijen,
)
from redactie.tweede_paar import mag_meteen_publiceren
from redactie.veld import Veld

if TYPE_CHECKING:
    from redactie.models import Bedenktijd, Herziening, LokaleVersie

TERUGGENOMEN = "antwoord.besluit_teruggenomen"
INTUSSEN_VERANDERD = "Deze eigen tekst is na het besluit weer veranderd. Terugnemen kan daarom niet meer."


def onthoud(
    *,
    versie: LokaleVersie,
    veld: Veld,
    besluit: str,
    herziening: Herziening | None = None,
    verandering: Verandering | None = None,
    door: Any = None,
) -> Bedenktijd:
    """Keep a decision for a day with what it changed; what is older is forgotten."""
    from redactie.models import Bedenktijd
    from redactie.models.bedenktijd import DUUR

    Bedenktijd.objects.filter(wanneer__lte=timezone.now() - DUUR).delete()
    return Bedenktijd.objects.create(
        versie=versie,
        veld=veld.value,
        besluit=besluit,
        herziening=herziening,
        lagen={laag: list(paar) for laag, paar in verandering.lagen.items()} if verandering else {},
        wie=door,
    )


def terug_te_nemen(versie: LokaleVersie, veld: Veld) -> Bedenktijd | None:
    """The newest decision about this field that can still be taken back."""
    from redactie.models import Bedenktijd

    return Bedenktijd.objects.lopend().filter(versie=versie, veld=veld.value).first()


def stond_er(bedenktijd: Bedenktijd) -> list[Waarden]:
    """What the municipality said of the field before the decision; empty where nothing changed."""
    paar = bedenktijd.lagen.get(RIJ) or bedenktijd.lagen.get(CONCEPT)
    return paar[0] if paar else []


@transaction.atomic
def neem_terug(
    *, bedenktijd: Bedenktijd, door: Any = None, recht: str = "change", van_niemand: bool = False
) -> bool:
    """Whether what is live is as it was: who may not publish it so, gets a changed text back in the draft.

    `recht` and `van_niemand`: as with the decision (`redactie/herzien.py`).
    """
    versie, veld = bedenktijd.versie, Veld(bedenktijd.veld)
    policy = policy_registry.get(versie)
    if door is not None and not policy.user_has_permission_for_instance(door, recht, versie):
        raise PermissionDenied("U mag hier niet over beslissen.")
    nieuwste = terug_te_nemen(versie, veld)
    if nieuwste is None or nieuwste.pk != bedenktijd.pk:
        raise ValidationError("Dit besluit is niet meer terug te nemen.")
    mag = van_niemand or mag_meteen_publiceren(door, versie)
    hoe = {"door": door, "publiceren": mag, "van_niemand": van_niemand}
    live = _zet_lagen_terug(bedenktijd, veld, **hoe) if bedenktijd.lagen else True
    if bedenktijd.herziening is not None and live:
        # Takes this row along.
        bedenktijd.herziening.delete()
    else:
        bedenktijd.delete()
    gegevens = {"veld": veld.kolom_label, "besluit": str(bedenktijd).partition(": ")[2]}
    log(instance=versie, action=TERUGGENOMEN, user=door, data=gegevens)
    return live


def _zet_lagen_terug(bedenktijd: Bedenktijd, veld: Veld, **hoe: Any) -> bool:
    """A layer that was not there at the decision came out of the other one since."""
    lagen = bedenktijd.lagen

    def terug(versie: LokaleVersie, laag: str) -> None:
        was, werd = lagen.get(laag) or lagen[CONCEPT if laag == RIJ else RIJ]
        nu = waarden_van(versie, veld)
        if laag == RIJ and RIJ not in lagen and zegt_hetzelfde(nu, was):
            return  # decided in the draft alone, and that draft is not published
        if not zegt_hetzelfde(nu, werd):
            raise ValidationError(INTUSSEN_VERANDERD)
        zet_rijen(versie, veld, was)

    return verander(bedenktijd.versie, veld, terug, **hoe).live
