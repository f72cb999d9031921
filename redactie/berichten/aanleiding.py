"""Recording that something happened that somebody may want mail about: in the transaction of what caused it.

Says nothing of who: that is asked later, beside the loop (`uitdelen.py`).
"""

from __future__ import annotations

from typing import Any

from wagtail.models import TaskState, WorkflowState

from redactie.keuzes import Berichtsoort, Klasse
from redactie.models import Aanleiding, Feitencheck, LokaleVersie, Product, Regiovoorstel, Tekstversie


def meld_tekst(tekstversie: Tekstversie) -> None:
    """A text of the region, from the moment that it holds. A cosmetic change is no reason to mail anybody."""
    if tekstversie.klasse != Klasse.COSMETISCH and tekstversie.product.gemeente_id is None:
        Aanleiding.objects.create(tekstversie=tekstversie, vanaf=tekstversie.vanaf)


def meld_voorstel(voorstel: Regiovoorstel) -> None:
    """A new one to the centre, one that was decided to its municipality."""
    soort = Berichtsoort.VOORSTEL if voorstel.is_open else Berichtsoort.BESLIST
    Aanleiding.objects.create(soort=soort, voorstel=voorstel)


def meld_feitencheck(check: Feitencheck) -> None:
    Aanleiding.objects.create(soort=Berichtsoort.FEITENCHECK, feitencheck=check)


def meld_ingediend(taakstand: TaskState) -> None:
    if _is_van_ons(taakstand.workflow_state):
        Aanleiding.objects.create(soort=Berichtsoort.INGEDIEND, taakstand=taakstand)


def meld_nagekeken(staat: WorkflowState) -> None:
    """Approved or sent back; withdrawn by the person himself is no news to him."""
    laatste: Any = staat.task_states.order_by("-pk").first()
    if _is_van_ons(staat) and laatste is not None:
        Aanleiding.objects.create(soort=Berichtsoort.NAGEKEKEN, taakstand=laatste)


def _is_van_ons(staat: WorkflowState) -> bool:
    return staat.base_content_type.model_class() in (Product, LokaleVersie)
