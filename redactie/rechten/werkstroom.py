"""The one workflow, for products and local versions alike: hand in, look over, publish."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Workflow, WorkflowContentType, WorkflowTask

from redactie.models import LokaleVersie, Product
from redactie.models.taak import NakijkTaak

NAAM = "Nakijken en publiceren"


def leg_werkstroom_vast() -> None:
    """Make the workflow where it is missing. Runs after every migrate; an installation's own choice stays."""
    taak = NakijkTaak.objects.first() or NakijkTaak.objects.create(name=NAAM)
    werkstroom = Workflow.objects.filter(workflow_tasks__task=taak).first()
    if werkstroom is None:
        werkstroom = Workflow.objects.create(name=NAAM)
        WorkflowTask.objects.create(workflow=werkstroom, task=taak)
    for model in (Product, LokaleVersie):
        WorkflowContentType.objects.get_or_create(
            content_type=ContentType.objects.get_for_model(model), defaults={"workflow": werkstroom}
        )
