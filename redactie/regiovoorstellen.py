"""A municipality offers its own text to the region; the centre takes it over, wholly or edited, or says why not.

Taking over is a correction of the region's text like any other (`redactie/teksten.py`): with a class and a note, seen
by every municipality as any change. What equals the region afterwards is found by `redactie/opruimen.py`.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from redactie.berichten.aanleiding import meld_voorstel
from redactie.keuzes import AfwijkingWijze, Voorstelstand
from redactie.models import Afwijking, Regiovoorstel, Tekstversie
from redactie.teksten import Wijzigingsnota, corrigeer_live_tekst, gepubliceerde_teksten
from redactie.veld import Veld
from redactie.vingerafdruk import vingerafdruk

INGEDIEND, INGETROKKEN, OVERGENOMEN, AFGEWEZEN = (
    f"antwoord.regiovoorstel.{wat}" for wat in ("ingediend", "ingetrokken", "overgenomen", "afgewezen")
)
AL_BESLIST = "Over dit voorstel is al beslist."


def aan_te_bieden(afwijking: Afwijking) -> str:
    """The text that would be offered: the published own text, with the region's where it stands beside that."""
    versie, veld = afwijking.versie, afwijking.veld
    regio = gepubliceerde_teksten(product=versie.product, op=timezone.now()).get(veld, "")
    match afwijking.wijze:
        case AfwijkingWijze.VERVANGEN:
            return afwijking.tekst
        case AfwijkingWijze.ERVOOR:
            return "\n\n".join(filter(None, (afwijking.tekst, regio)))
        case AfwijkingWijze.ERNA:
            return "\n\n".join(filter(None, (regio, afwijking.tekst)))
    return ""


@transaction.atomic
def bied_aan(*, afwijking: Afwijking, reden: str, door: Any) -> Regiovoorstel:
    versie, product = afwijking.versie, afwijking.versie.product
    tekst = aan_te_bieden(afwijking)
    voorstel = Regiovoorstel(
        gemeente=versie.gemeente,
        product=product,
        veld=afwijking.veld,
        tekst=tekst,
        reden=reden.strip(),
        indiener=door,
    )
    _eis(voorstel, "add", door)
    if not (versie.live and product.live):
        raise ValidationError("Publiceer uw eigen tekst eerst. Daarna kunt u hem aanbieden.")
    if product.gemeente_id is not None or not tekst.strip():
        raise ValidationError("Hier is geen tekst om aan de regio aan te bieden.")
    if not voorstel.reden:
        raise ValidationError({"reden": "Schrijf op waarom dit voor de hele regio beter is."})
    regio = gepubliceerde_teksten(product=product, op=timezone.now()).get(afwijking.veld, "")
    if vingerafdruk(regio) == vingerafdruk(tekst):
        raise ValidationError("Uw tekst is gelijk aan die van de regio.")
    voorstel.full_clean()
    voorstel.save()
    _log(voorstel, INGEDIEND, door, reden=voorstel.reden)
    meld_voorstel(voorstel)
    return voorstel


@transaction.atomic
def trek_in(*, voorstel: Regiovoorstel, door: Any) -> None:
    """By the municipality that offered it."""
    _eis(voorstel, "add", door)
    _beslis(voorstel, Voorstelstand.INGETROKKEN, door)
    _log(voorstel, INGETROKKEN, door)


@transaction.atomic
def neem_over(
    *, voorstel: Regiovoorstel, tekst: str, nota: Wijzigingsnota, opmerking: str = "", door: Any
) -> Tekstversie:
    """Publish this text for the region; whoever offered it reads whether it was changed on the way."""
    _eis(voorstel, "change", door)
    zelfde = vingerafdruk(tekst) == vingerafdruk(voorstel.tekst)
    stand = Voorstelstand.OVERGENOMEN if zelfde else Voorstelstand.AANGEPAST
    voorstel.opmerking = opmerking.strip()
    _beslis(voorstel, stand, door)
    voorstel.overgenomen = corrigeer_live_tekst(
        product=voorstel.product,
        veld=Veld(voorstel.veld),
        tekst=tekst,
        nota=nota,
        door=door,
        geschreven_door=voorstel.indiener if zelfde else None,
    )
    voorstel.save(update_fields=["overgenomen"])
    _log(voorstel, OVERGENOMEN, door, reden=voorstel.opmerking)
    meld_voorstel(voorstel)
    return voorstel.overgenomen


@transaction.atomic
def wijs_af(*, voorstel: Regiovoorstel, opmerking: str, door: Any) -> None:
    if not opmerking.strip():
        raise ValidationError({"opmerking": "Schrijf op waarom niet. De gemeente leest dit."})
    _eis(voorstel, "change", door)
    product = voorstel.product
    if not policy_registry.get(product).user_has_permission_for_instance(door, "publish", product):
        raise PermissionDenied("U mag hier niet over beslissen.")
    voorstel.opmerking = opmerking.strip()
    _beslis(voorstel, Voorstelstand.AFGEWEZEN, door)
    _log(voorstel, AFGEWEZEN, door, reden=voorstel.opmerking)
    meld_voorstel(voorstel)


def gelijk_geworden(voorstel: Regiovoorstel) -> Afwijking | None:
    """The own text of the municipality that could go now that the region says the same."""
    rijen = Afwijking.objects.filter(
        versie__product=voorstel.product,
        versie__gemeente=voorstel.gemeente,
        versie__live=True,
        veld=voorstel.veld,
        wijze=AfwijkingWijze.VERVANGEN,
    )
    regio = gepubliceerde_teksten(product=voorstel.product, op=timezone.now()).get(voorstel.veld, "")
    return next((rij for rij in rijen if vingerafdruk(rij.tekst) == vingerafdruk(regio)), None)


def _eis(voorstel: Regiovoorstel, actie: str, door: Any) -> None:
    if not policy_registry.get(voorstel).user_has_permission_for_instance(door, actie, voorstel):
        raise PermissionDenied("U mag dit niet.")


def _beslis(voorstel: Regiovoorstel, stand: Voorstelstand, door: Any) -> None:
    """Decided once: of two who press at the same time, the second hears it."""
    open_nog = Regiovoorstel.objects.open().filter(pk=voorstel.pk)
    voorstel.stand, voorstel.beslist_op, voorstel.beslist_door = stand, timezone.now(), door
    velden = ("stand", "beslist_op", "beslist_door", "opmerking")
    if not open_nog.update(**{naam: getattr(voorstel, naam) for naam in velden}):
        raise ValidationError(AL_BESLIST)


def _log(voorstel: Regiovoorstel, actie: str, door: Any, reden: str = "") -> None:
    gegevens = {"veld": Veld(voorstel.veld).kolom_label, "reden": reden}
    log(instance=voorstel, action=actie, user=door, data=gegevens)
