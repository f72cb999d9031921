"""The version proposed to a municipality when an urgent change of the region is past the date to review it before.

Made by the process of the loop, again and again: what is there already is not made twice, and what was broken off is
made the next time. Nothing a reader sees changes until somebody decides, in one step that can be undone for a day.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from redactie.bedenktijd import neem_terug, terug_te_nemen
from redactie.driewegs import driewegs
from redactie.herzien import beslis, te_herzien
from redactie.keuzes import AfwijkingWijze, Besluit, Klasse
from redactie.periode import dag_van
from redactie.te_herzien import TeHerzien
from redactie.veld import Veld

if TYPE_CHECKING:
    from redactie.models import Afwijking, LokaleVersie, Spoedvoorstel

VOORGESTELD = "antwoord.spoedvoorstel.gemaakt"
OVERGENOMEN = "Het voorstel na de spoedwijziging overgenomen."
VEROUDERD = "De tekst van de regio of de eigen tekst is intussen veranderd. Dit voorstel geldt niet meer."
_IN_PLAATS_VAN = (AfwijkingWijze.VERVANGEN, AfwijkingWijze.VERBERGEN)
"""Beside an addition the region's new text stands on the site already: there is nothing to propose."""


def maak_spoedvoorstellen(nu: datetime) -> int:
    """How many are new. 5 queries when nothing is past its date."""
    gemaakt = 0
    for versie, veld, wacht in _voorbij_hun_datum(nu):
        gemaakt += _stel_voor(versie, veld, wacht)
    return gemaakt


def _voorbij_hun_datum(nu: datetime) -> list[tuple[LokaleVersie, Veld, TeHerzien]]:
    from redactie.models import LokaleVersie, Tekstversie

    velden: dict[int, dict[str, datetime]] = defaultdict(dict)
    spoed = Tekstversie.objects.filter(
        klasse=Klasse.SPOED, nakijken_voor__lte=dag_van(nu), vanaf__lte=nu, product__live=True
    )
    for product, veld, vanaf in spoed.order_by("vanaf").values_list("product", "veld", "vanaf"):
        velden[product][veld] = vanaf
    if not velden:
        return []
    versies = list(
        LokaleVersie.objects.filter(product__in=velden, live=True)
        .filter(afwijkingen__wijze__in=_IN_PLAATS_VAN)
        .distinct()
        .select_related("product", "gemeente")
        .prefetch_related("afwijkingen")
    )
    wacht = te_herzien(versies)
    return [
        (versie, veld, waarom)
        for versie in versies
        for veld, waarom in wacht[versie.pk].items()
        # The urgent change is among what the own text was not judged against.
        if (vanaf := velden[versie.product_id].get(veld.value)) is not None and vanaf >= waarom.sinds
    ]


def _stel_voor(versie: LokaleVersie, veld: Veld, wacht: TeHerzien) -> bool:
    """Whether a proposal was made. One row per field and central text: a unique constraint keeps it so."""
    from redactie.models import Spoedvoorstel

    afwijking = eigen_tekst_van(versie, veld)
    if afwijking is None or wacht.nu is None:
        return False
    besluit, tekst = inhoud(afwijking, wacht)
    waarden = {
        "wijze": afwijking.wijze,
        "vanaf": afwijking.vanaf,
        "eigen": afwijking.tekst,
        "besluit": besluit,
        "tekst": tekst,
    }
    sleutel = {"versie": versie, "veld": veld.value, "tekstversie_id": wacht.nu.id}
    bestaand = Spoedvoorstel.objects.filter(**sleutel).first()
    if bestaand is not None:
        _werk_bij(bestaand, waarden)
        return False
    with transaction.atomic():
        _, nieuw = Spoedvoorstel.objects.get_or_create(**sleutel, defaults=waarden)
        if nieuw:
            log(
                instance=versie, action=VOORGESTELD, data={"veld": veld.kolom_label, "besluit": besluit.label}
            )
    return nieuw


def _werk_bij(voorstel: Spoedvoorstel, waarden: dict[str, Any]) -> None:
    """As long as nobody decided, it is a proposal about the own text as it is now."""
    if voorstel.besloten or all(getattr(voorstel, naam) == waarde for naam, waarde in waarden.items()):
        return
    for naam, waarde in waarden.items():
        setattr(voorstel, naam, waarde)
    voorstel.save(update_fields=list(waarden))


def eigen_tekst_van(versie: LokaleVersie, veld: Veld) -> Afwijking | None:
    """The own text in the place of the region's, in force or still to come."""
    vandaag = timezone.localdate()
    rijen = [
        rij
        for rij in versie.afwijkingen.all()
        if rij.veld == veld and rij.wijze in _IN_PLAATS_VAN and (rij.tot is None or rij.tot >= vandaag)
    ]
    return min(rijen, key=lambda rij: (rij.vanaf is not None, rij.vanaf, rij.pk), default=None)


def inhoud(afwijking: Afwijking, wacht: TeHerzien) -> tuple[Besluit, str]:
    """Both changes in one text where they do not clash; else the region's text."""
    regio = wacht.nu.tekst if wacht.nu is not None else ""
    if afwijking.wijze == AfwijkingWijze.VERVANGEN and wacht.basis is not None:
        samen = driewegs(wacht.basis.tekst, afwijking.tekst, regio)
        if samen.heeft_houvast and not samen.botsingen and samen.tekst.strip() and samen.tekst != regio:
            return Besluit.COMBINEREN, samen.tekst
    return Besluit.VOLGEN, regio


def geldt_nog(voorstel: Spoedvoorstel, versie: LokaleVersie | None = None) -> bool:
    """Whether its question still stands, about these very texts."""
    versie = versie if versie is not None else voorstel.versie
    wacht = te_herzien([versie])[versie.pk].get(Veld(voorstel.veld))
    return wacht is not None and _past(voorstel, versie, wacht)


def _past(voorstel: Spoedvoorstel, versie: LokaleVersie, wacht: TeHerzien) -> bool:
    afwijking = eigen_tekst_van(versie, Veld(voorstel.veld))
    zelfde = afwijking is not None and voorstel.gaat_over(afwijking) and afwijking.tekst == voorstel.eigen
    return zelfde and wacht.nu is not None and wacht.nu.id == voorstel.tekstversie_id


def openstaand(versies: Any) -> list[Spoedvoorstel]:
    """The open proposals about these local versions (a queryset) whose question still stands. 5 queries at most."""
    from redactie.models import Spoedvoorstel

    alle = list(
        Spoedvoorstel.objects.open()
        .filter(versie__in=versies, versie__live=True)
        .select_related("versie__product", "versie__gemeente", "tekstversie")
        .prefetch_related("versie__afwijkingen")
    )
    per_versie = {voorstel.versie_id: voorstel.versie for voorstel in alle}
    wacht = te_herzien(list(per_versie.values())) if alle else {}
    return [
        voorstel
        for voorstel in alle
        if (waarom := wacht[voorstel.versie_id].get(Veld(voorstel.veld))) is not None
        and _past(voorstel, voorstel.versie, waarom)
    ]


@transaction.atomic
def beslis_voorstel(
    *, voorstel: Spoedvoorstel, overnemen: bool, reden: str = "", door: Any = None
) -> Spoedvoorstel:
    """Take the proposal over, or keep the own text (with a reason).

    By the municipality's publicist, or by the centre where that was agreed. The text is the system's: whoever decides
    is the second pair of eyes. The decision is logged as any other (`redactie/herzien.py`).
    """
    from redactie.models import Spoedvoorstel

    rij = Spoedvoorstel.objects.select_for_update(of=("self",)).select_related(
        "versie__product", "versie__gemeente"
    )
    voorstel = rij.get(pk=voorstel.pk)
    versie, veld = voorstel.versie, Veld(voorstel.veld)
    if voorstel.besloten:
        raise ValidationError("Hierover is intussen al besloten.")
    afwijking = eigen_tekst_van(versie, veld)
    if afwijking is None or not geldt_nog(voorstel, versie):
        raise ValidationError(VEROUDERD)
    besluit = Besluit(voorstel.besluit) if overnemen else Besluit.HOUDEN
    beslis(
        versie=versie,
        veld=veld,
        besluit=besluit,
        reden=reden.strip() or (OVERGENOMEN if overnemen else ""),
        afwijking=afwijking,
        tekst=voorstel.tekst,
        door=door,
        recht="spoedbesluit",
        van_niemand=True,
    )
    voorstel.besloten, voorstel.besloten_op, voorstel.wie = besluit.value, timezone.now(), door
    voorstel.bedenktijd = terug_te_nemen(versie, veld)
    voorstel.save(update_fields=["besloten", "besloten_op", "wie", "bedenktijd"])
    return voorstel


@transaction.atomic
def draai_voorstel_terug(*, voorstel: Spoedvoorstel, door: Any = None) -> None:
    """What stood there stands there again, and so does the question. For a day, and as long as nobody worked on it."""
    from redactie.models import Spoedvoorstel

    rij = Spoedvoorstel.objects.select_for_update(of=("self",)).select_related("bedenktijd__versie")
    voorstel = rij.get(pk=voorstel.pk)
    if voorstel.bedenktijd is None:
        raise ValidationError("Dit besluit is niet meer terug te draaien.")
    neem_terug(bedenktijd=voorstel.bedenktijd, door=door, recht="spoedbesluit", van_niemand=True)
    voorstel.refresh_from_db()
    voorstel.besloten, voorstel.besloten_op, voorstel.wie, voorstel.bedenktijd = "", None, None, None
    voorstel.save(update_fields=["besloten", "besloten_op", "wie", "bedenktijd"])
