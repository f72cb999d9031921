"""Reading what a deviation was judged against, and recording a new judgement.

Which deviations are te herzien is decided by the pure `redactie/samenvoegen.py`; here stand the queries it needs
and the one function that records a decision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from redactie.bedenktijd import onthoud
from redactie.bronnen import CentraalProduct, HerzieningBron
from redactie.driewegs import is_onaf
from redactie.eigenteksten import verander, zelfde_rij, zet_rijen
from redactie.keuzes import AfwijkingWijze, Besluit
from redactie.lezen import afwijking_bron
from redactie.periode import dag_van
from redactie.te_herzien import TeHerzien, te_herzien_van
from redactie.tweede_paar import mag_meteen_publiceren
from redactie.veld import Veld

if TYPE_CHECKING:
    from redactie.models import Afwijking, Herziening, LokaleVersie, Tekstversie

BESLIST = "antwoord.herziening"


def huidige_basis(afwijking: Afwijking) -> Tekstversie | None:
    """The central text in force now of the field that the deviation is about."""
    return tekst_in_kracht(product_id=afwijking.versie.product_id, veld=afwijking.veld)


def tekst_in_kracht(*, product_id: int, veld: str) -> Tekstversie | None:
    from redactie.models import Tekstversie

    return (
        Tekstversie.objects.filter(product_id=product_id, veld=veld, vanaf__lte=timezone.now())
        .order_by("-vanaf", "-pk")
        .first()
    )


def te_herzien(versies: Collection[LokaleVersie]) -> dict[int, dict[Veld, TeHerzien]]:
    """Pk of each local version → its fields that wait for a judgement, and why. 3 queries, however many there are.

    Reads the deviations that the versions carry in memory, so that a draft can be asked too.
    """
    from redactie.models import Herziening, Tekstversie

    nu = timezone.now()
    producten = {versie.product_id for versie in versies}
    tijdlijn: dict[int, list[Any]] = defaultdict(list)
    vast: dict[int, list[str]] = {}
    gelezen = Tekstversie.objects.filter(product__in=producten, vanaf__lte=nu)
    for rij in gelezen.annotate(vaste_velden=F("product__vaste_velden")):
        tijdlijn[rij.product_id].append(rij.als_bron())
        vast[rij.product_id] = rij.vaste_velden
    besluiten: dict[tuple[int, int, str], list[HerzieningBron]] = defaultdict(list)
    for besluit in Herziening.objects.filter(
        product__in=producten, gemeente__in={versie.gemeente_id for versie in versies}
    ):
        besluiten[besluit.product_id, besluit.gemeente_id, besluit.veld].append(besluit.als_bron())
    uit: dict[int, dict[Veld, TeHerzien]] = {}
    for versie in versies:
        centraal = CentraalProduct("", tekstversies=tuple(tijdlijn[versie.product_id]))
        waarom: dict[Veld, TeHerzien] = {}
        for afwijking in versie.afwijkingen.all():
            if afwijking.tot is not None and afwijking.tot < dag_van(nu):
                continue  # nobody reads it any more
            oordelen = tuple(besluiten[versie.product_id, versie.gemeente_id, afwijking.veld])
            wacht = te_herzien_van(centraal, afwijking_bron(afwijking, oordelen), nu)
            # In a fixed field the own text does not count: there is nothing to judge.
            if wacht is not None and afwijking.veld not in vast[versie.product_id]:
                waarom[Veld(afwijking.veld)] = wacht
        uit[versie.pk] = waarom
    return uit


@transaction.atomic
def beslis(
    *,
    versie: LokaleVersie,
    veld: Veld,
    besluit: Besluit,
    reden: str = "",
    later_op: date | None = None,
    afwijking: Afwijking | None = None,
    tekst: str = "",
    door: Any = None,
    recht: str = "change",
    van_niemand: bool = False,
) -> Herziening | None:
    """Record what a municipality decides about its own text, now that the region's has changed.

    "Volgen" also takes the deviation away, "combineren" gives `afwijking` this `tekst`: at once for whoever may
    publish it so, else in the draft, and then the decision waits for that publication (None). `recht`: what one must be
    allowed; `van_niemand`: the text is a proposal of the system, which whoever has that right may let out.
    """
    policy = policy_registry.get(versie)
    if door is not None and not policy.user_has_permission_for_instance(door, recht, versie):
        raise PermissionDenied("U mag hier niet over beslissen.")
    basis = tekst_in_kracht(product_id=versie.product_id, veld=veld)
    if basis is None:
        raise ValidationError("De regio heeft hier geen tekst.")
    if besluit is Besluit.LATER and (later_op is None or later_op <= timezone.localdate()):
        raise ValidationError({"later_op": "Kies een dag die nog komt: dan krijgt u deze vraag weer."})
    if besluit is Besluit.HOUDEN and not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom uw eigen tekst blijft."})
    wat = _wat_verandert(veld, besluit, basis, afwijking, tekst)
    verandering, herziening = None, None
    if wat is not None:
        mag = van_niemand or mag_meteen_publiceren(door, versie)
        verandering = verander(versie, veld, wat, door=door, publiceren=mag, van_niemand=van_niemand)
    if verandering is None or verandering.live:
        herziening = _leg_vast(versie, veld, besluit, basis, reden, later_op, door)
    onthoud(
        versie=versie, veld=veld, besluit=besluit, herziening=herziening, verandering=verandering, door=door
    )
    return herziening


def _wat_verandert(
    veld: Veld, besluit: Besluit, basis: Tekstversie, afwijking: Afwijking | None, tekst: str
) -> Callable[[LokaleVersie, str], None] | None:
    """What the decision does to a local version (the live one, and a draft)."""
    if besluit is Besluit.VOLGEN:
        return lambda versie, _: zet_rijen(versie, veld, [])
    if besluit is not Besluit.COMBINEREN:
        return None
    if afwijking is None or afwijking.wijze == AfwijkingWijze.VERBERGEN:
        raise ValidationError("Hier staat geen eigen tekst om mee te combineren.")
    if not tekst.strip():
        raise ValidationError(
            {"tekst": "Een lege tekst kan niet. Kies “Volg de regio” als u niets eigens wilt."}
        )
    if is_onaf(tekst):
        raise ValidationError(
            {"tekst": "Op de plekken tussen ⟦ en ⟧ veranderde u iets, en de regio ook. Kies daar wat blijft."}
        )
    return lambda versie, _: _met_tekst(versie, afwijking, tekst, basis)


def _leg_vast(
    versie: LokaleVersie,
    veld: Veld,
    besluit: Besluit,
    basis: Tekstversie,
    reden: str,
    later_op: date | None,
    door: Any,
) -> Herziening:
    from redactie.models import Herziening

    herziening = Herziening(
        gemeente=versie.gemeente,
        product=versie.product,
        veld=veld,
        tekstversie=basis,
        besluit=besluit,
        later_op=later_op,
        reden=reden,
        wie=door,
    )
    herziening.save()
    gegevens = {"veld": veld.kolom_label, "besluit": besluit.label, "reden": reden}
    log(instance=versie, action=BESLIST, user=door, data=gegevens)
    return herziening


def _met_tekst(versie: LokaleVersie, afwijking: Afwijking, tekst: str, basis: Tekstversie) -> None:
    rijen = list(versie.afwijkingen.all())
    for rij in rijen:
        if zelfde_rij(rij, afwijking):
            rij.tekst, rij.basis = tekst, basis
    versie.afwijkingen.set(rijen)
