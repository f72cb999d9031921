"""The time line of central texts: what publishing, planning and correcting add to it, and what it says.

Each writer is one action: check, do, log. What the editing screens show is brought in step by `bewerkscherm.py`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from redactie.keuzes import Klasse
from redactie.klok import nu_van_de_database
from redactie.periode import begin_van
from redactie.tweede_paar import eist_tweede_paar
from redactie.veld import Veld

if TYPE_CHECKING:
    from redactie.models import Product, Tekstversie

GEPLAND = "antwoord.tekst.gepland"
INGETROKKEN = "antwoord.tekst.ingetrokken"
GECORRIGEERD = "antwoord.tekst.gecorrigeerd"
MET_TWEE = (
    "Hier kijkt een collega elke tekst na. Zet de tekst in het concept en dien het in. Kan het niet wachten, kies dan "
    "bij de soort wijziging “Spoed” en publiceer met spoed."
)


@dataclass(frozen=True, slots=True)
class Wijzigingsnota:
    """What is said of a change: its class, why, and for urgent ones before which day municipalities look."""

    klasse: Klasse = Klasse.INHOUDELIJK
    toelichting: str = ""
    nakijken_voor: date | None = None


def gepubliceerde_teksten(*, product: Product, op: datetime) -> dict[str, str]:
    """veld → central text in force at `op`, for the fields that have one."""
    stand: dict[str, str] = {}
    for veld, tekst in (
        product.tekstversies.filter(vanaf__lte=op).order_by("vanaf", "pk").values_list("veld", "tekst")
    ):
        stand[veld] = tekst
    return stand


def leg_gepubliceerde_teksten_vast(*, product: Product) -> list[Tekstversie]:
    """Add a Tekstversie, in force now, for each field whose live column differs from the time line.

    A column that still shows what was there before a planned text came into force is not a change: the screen was
    not brought in step yet, and publishing it would silently put the old text back.
    """
    from redactie.models import Tekstversie

    nu = nu_van_de_database()
    stand = gepubliceerde_teksten(product=product, op=nu)
    achterhaald = _teksten_voor_onverwerkt(product, nu)
    nieuw = []
    for veld, tekst in product.teksten().items():
        if stand.get(veld.value, "") == tekst or achterhaald.get(veld.value) == tekst:
            continue
        versie = Tekstversie(
            product=product,
            veld=veld,
            tekst=tekst,
            vanaf=nu,
            klasse=product.klasse,
            nakijken_voor=product.nakijken_voor,
            toelichting=product.toelichting,
            wie=getattr(product, "gepubliceerd_door", None),
        )
        versie.save()
        nieuw.append(versie)
    return nieuw


def _teksten_voor_onverwerkt(product: Product, nu: datetime) -> dict[str, str]:
    """veld → the text before the oldest planned one that came into force and that no screen shows yet."""
    oudste: dict[str, datetime] = {}
    for veld, vanaf in (
        product.tekstversies.filter(verwerkt=False, vanaf__lte=nu)
        .order_by("-vanaf")
        .values_list("veld", "vanaf")
    ):
        oudste[veld] = vanaf
    return {veld: tekst_voor(product=product, veld=veld, op=vanaf) for veld, vanaf in oudste.items()}


def tekst_voor(*, product: Product, veld: str, op: datetime) -> str:
    """The text of a field that held until just before `op`."""
    tekst = (
        product.tekstversies.filter(veld=veld, vanaf__lt=op)
        .order_by("-vanaf", "-pk")
        .values_list("tekst", flat=True)
        .first()
    )
    return tekst or ""


@transaction.atomic
def plan_tekst(
    *, product: Product, veld: Veld, tekst: str, vanaf: datetime, nota: Wijzigingsnota, door: Any = None
) -> Tekstversie:
    """A text that comes into force by itself at `vanaf`. The live text stays until then."""
    _eis_publicatierecht(product, door)
    _eis_een_paar_ogen(product, door)
    if vanaf <= nu_van_de_database():
        raise ValidationError({"vanaf": "Kies een moment in de toekomst. Iets voor nu is een correctie."})
    if product.tekstversies.filter(veld=veld, vanaf=vanaf).exists():
        raise ValidationError({"vanaf": "Op dat moment gaat voor dit veld al een andere tekst in."})
    if product.vervalt_op is not None and vanaf >= begin_van(product.vervalt_op):
        raise ValidationError({"vanaf": "Dit product is dan vervallen."})
    versie = _nieuwe_versie(product, veld, tekst, vanaf, nota, door)
    _log(product, GEPLAND, versie, door)
    return versie


@transaction.atomic
def trek_geplande_tekst_in(*, tekstversie: Tekstversie, door: Any = None) -> None:
    """Take a planned text back before its moment. What was in force once stays in the time line."""
    product = tekstversie.product
    _eis_publicatierecht(product, door)
    if tekstversie.vanaf <= nu_van_de_database():
        raise ValidationError("Deze tekst geldt al. Corrigeer de tekst in plaats daarvan.")
    _log(product, INGETROKKEN, tekstversie, door)
    tekstversie.delete()


@transaction.atomic
def corrigeer_live_tekst(
    *,
    product: Product,
    veld: Veld,
    tekst: str,
    nota: Wijzigingsnota,
    door: Any = None,
    geschreven_door: Any = None,
) -> Tekstversie:
    """Change the published text at once, beside a pending draft that keeps what it changed itself.

    `geschreven_door`: somebody else, whose words these are: then whoever publishes is the second pair of eyes.
    """
    from redactie.bewerkscherm import breng_in_stap

    _eis_publicatierecht(product, door)
    if geschreven_door is None or geschreven_door == door:
        _eis_een_paar_ogen(product, door)
    if not product.live:
        raise ValidationError("Dit product is niet gepubliceerd: pas het concept aan.")
    breng_in_stap(product=product)
    nu = nu_van_de_database()
    if gepubliceerde_teksten(product=product, op=nu).get(veld.value, "") == tekst:
        raise ValidationError({"tekst": "Dit is dezelfde tekst als er nu staat."})
    versie = _nieuwe_versie(product, veld, tekst, nu, nota, door)
    breng_in_stap(product=product)
    _log(product, GECORRIGEERD, versie, door)
    return versie


def _nieuwe_versie(
    product: Product,
    veld: Veld,
    tekst: str,
    vanaf: datetime,
    nota: Wijzigingsnota,
    door: Any,
) -> Tekstversie:
    """A text that the screens do not show yet: `bewerkscherm.py` brings it there."""
    from redactie.models import Tekstversie

    if nota.klasse is Klasse.SPOED and nota.nakijken_voor is None:
        raise ValidationError({"nakijken_voor": "Kies vóór welke dag gemeenten hun tekst nakijken."})
    if nota.klasse is not Klasse.COSMETISCH and not nota.toelichting.strip():
        raise ValidationError({"toelichting": "Schrijf op wat er verandert en waarom. Gemeenten lezen dit."})
    versie = Tekstversie(
        product=product,
        veld=veld,
        tekst=tekst,
        vanaf=vanaf,
        klasse=nota.klasse,
        toelichting=nota.toelichting,
        nakijken_voor=nota.nakijken_voor,
        wie=door,
        verwerkt=False,
    )
    versie.save()
    return versie


def _eis_publicatierecht(product: Product, door: Any) -> None:
    if door is None:
        return
    if not policy_registry.get(product).user_has_permission_for_instance(door, "publish", product):
        raise PermissionDenied("U mag teksten van dit product niet publiceren.")


def _eis_een_paar_ogen(product: Product, door: Any) -> None:
    """These texts go by the draft, and so by whoever would look it over."""
    if door is not None and eist_tweede_paar(product):
        raise ValidationError(MET_TWEE)


def _log(product: Product, actie: str, versie: Tekstversie, door: Any) -> None:
    gegevens = {"veld": Veld(versie.veld).kolom_label, "vanaf": versie.vanaf.isoformat()}
    log(instance=product, action=actie, user=door, data=gegevens)


def geplande_teksten(*, product: Product) -> Collection[Tekstversie]:
    """Texts that are still to come into force, the first one first."""
    return (
        product.tekstversies.filter(vanaf__gt=nu_van_de_database())
        .select_related("wie")
        .order_by("vanaf", "veld")
    )
