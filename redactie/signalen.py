"""The signals this room listens to; each handler hands over and does nothing itself."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save, pre_delete
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from redactie.berichten import aanleiding
from redactie.eigenmededelingen import houd_gemeente_vast
from redactie.models import Gemeente, Lidmaatschap, Mededeling, Product, Tekstversie, VerbruikteSleutel
from redactie.models.wijziging import VastgelegdModel
from redactie.overlap import stel_zeker
from redactie.rechten.afmelden import beeindig_sessies, meld_af_wie_niets_meer_mag
from redactie.rechten.groepen import leid_groepen_af
from redactie.rechten.vastleggen import leg_rechten_vast


def bij_verwijderen(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Bulk deletion and cascades call no `delete()`, but they do send this signal."""
    if isinstance(instance, VastgelegdModel):
        instance.leg_weggaan_vast()


def bij_verwijderd_product(sender: type[Model], instance: Product, **kwargs: Any) -> None:
    VerbruikteSleutel.objects.get_or_create(sleutel=instance.sleutel)


def bij_verwijderde_gemeente(
    sender: type[Model], instance: Gemeente, origin: Any = None, **kwargs: Any
) -> None:
    houd_gemeente_vast(instance, origin)


def bij_koppelen(sender: type[Model], instance: Any, action: str, **kwargs: Any) -> None:
    """Themes, related products and municipalities set outside `save()`."""
    if (
        action.startswith("post_")
        and isinstance(instance, VastgelegdModel)
        and instance.leest_iemand_dit(None)
    ):
        instance.leg_vast()


def bij_lidmaatschap(sender: type[Model], instance: Lidmaatschap, **kwargs: Any) -> None:
    """Rights follow the memberships, also when a user or municipality takes them along."""
    leid_groepen_af(instance.gebruiker)


def bij_afgenomen_rol(sender: type[Model], instance: Lidmaatschap, **kwargs: Any) -> None:
    meld_af_wie_niets_meer_mag(instance.gebruiker)


def bij_account(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    if not instance.is_active:
        beeindig_sessies(instance)


def bij_nieuwe_tekst(sender: type[Model], instance: Tekstversie, created: bool, **kwargs: Any) -> None:
    if created:
        aanleiding.meld_tekst(instance)


def bij_ingediend(sender: type[Model], instance: TaskState, **kwargs: Any) -> None:
    aanleiding.meld_ingediend(instance)


def bij_nagekeken(sender: type[Model], instance: WorkflowState, **kwargs: Any) -> None:
    aanleiding.meld_nagekeken(instance)


def geen_mail(sender: type[Model], **kwargs: Any) -> None:
    """Handing in is told by the task that it makes."""


def na_migreren(sender: Any, **kwargs: Any) -> None:
    leg_rechten_vast()


def verbind() -> None:
    for signaal in (post_save, post_delete):
        signaal.connect(bij_lidmaatschap, sender=Lidmaatschap, dispatch_uid="redactie_groepen")
    post_delete.connect(bij_afgenomen_rol, sender=Lidmaatschap, dispatch_uid="redactie_afmelden")
    post_save.connect(bij_account, sender=get_user_model(), dispatch_uid="redactie_account")
    post_save.connect(bij_nieuwe_tekst, sender=Tekstversie, dispatch_uid="redactie_nieuwe_tekst")
    neem_plaats_in_van_wagtail()
    post_migrate.connect(
        na_migreren, sender=apps.get_app_config("redactie"), dispatch_uid="redactie_na_migreren"
    )
    post_migrate.connect(stel_zeker, sender=apps.get_app_config("redactie"), dispatch_uid="redactie_perioden")
    pre_delete.connect(bij_verwijderen, dispatch_uid="redactie_wijziging_bij_verwijderen")
    pre_delete.connect(bij_verwijderd_product, sender=Product, dispatch_uid="redactie_verbruikte_sleutel")
    pre_delete.connect(bij_verwijderde_gemeente, sender=Gemeente, dispatch_uid="redactie_eigen_mededelingen")
    for koppeling in (Product.themas.through, Product.verwant.through, Mededeling.gemeenten.through):
        m2m_changed.connect(bij_koppelen, sender=koppeling, dispatch_uid=f"redactie_{koppeling.__name__}")


def neem_plaats_in_van_wagtail() -> None:
    """Wagtail 8.0.1 mails by itself when a text is handed in, approved or sent back: unasked, inside the transaction,
    and with the address in the log when it fails. It connects that after us, and a name that is taken stays taken.
    """
    naam = "workflow_state_{}_email_notification".format
    task_submitted.connect(
        bij_ingediend, sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification"
    )
    workflow_submitted.connect(geen_mail, sender=WorkflowState, dispatch_uid=naam("submitted"))
    workflow_rejected.connect(bij_nagekeken, sender=WorkflowState, dispatch_uid=naam("rejected"))
    workflow_approved.connect(bij_nagekeken, sender=WorkflowState, dispatch_uid=naam("approved"))
