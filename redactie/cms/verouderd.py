"""A stale save is refused, with both texts on the screen: nobody's work is lost, nobody's is overwritten unseen.

Wagtail 8.0.1 checks this for its autosaves only (`is_out_of_date`); a press on the button overwrites. Things
without revisions get a mark of their own: the hash of the row the form was made from.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.forms import BaseForm
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.models import RevisionMixin

from redactie.cms.verschil import verschil_tussen
from redactie.models import OpenFormulier

MELDING = (
    "Iemand anders heeft dit intussen veranderd. Uw tekst is niet opgeslagen en staat nog in het formulier. "
    "Hieronder ziet u wat er verschilt. Neem over wat u wilt houden en sla daarna opnieuw op."
)


@dataclass(frozen=True, slots=True)
class Botsing:
    """A field of which the stored text and the text in the form differ."""

    label: str
    opgeslagen: str
    van_mij: str

    @property
    def verschil(self) -> SafeString:
        """From what is stored to what the form says."""
        return verschil_tussen(self.opgeslagen, self.van_mij)


VANZELF = ("last_login",)
"""Columns that change without anybody editing anything."""


def stand_van(ding: Model) -> str:
    """A mark of the row and its child rows as they are stored."""
    samengesteld = isinstance(ding, ClusterableModel)
    inhoud = ding.serializable_data() if samengesteld else get_serializable_data_for_fields(ding)
    inhoud = {naam: waarde for naam, waarde in inhoud.items() if naam not in VANZELF}
    ruw = json.dumps(inhoud, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(ruw.encode()).hexdigest()


def botsingen(formulier: BaseForm) -> list[Botsing]:
    """What the stored thing and the posted form say differently, child rows included."""
    gevonden = [_botsing(formulier, naam) for naam in _zichtbaar(formulier)]
    for formset in getattr(formulier, "formsets", {}).values():
        for kind in formset.forms:
            gevonden += [_botsing(kind, naam, _kop(kind)) for naam in _zichtbaar(kind)]
    return [botsing for botsing in gevonden if botsing.opgeslagen != botsing.van_mij]


def _zichtbaar(formulier: BaseForm) -> list[str]:
    return [naam for naam in formulier.changed_data if not formulier.fields[naam].widget.is_hidden]


def _kop(kind: BaseForm) -> str:
    return str(kind.instance) if kind.instance.pk is not None else "nieuwe rij"


def _botsing(formulier: BaseForm, naam: str, van: str = "") -> Botsing:
    gebonden = formulier[naam]
    label = f"{van} · {gebonden.label}" if van else gebonden.label
    return Botsing(label, _leesbaar(gebonden, gebonden.initial), _leesbaar(gebonden, gebonden.data))


def _leesbaar(gebonden: Any, waarde: Any) -> str:
    """A value as an editor would read it: names of choices, words with a comma between."""
    veld = gebonden.field
    waarde = veld.prepare_value(waarde)
    keuzes = {str(sleutel): str(label) for sleutel, label in getattr(veld, "choices", ())}
    lijst = waarde if isinstance(waarde, list | tuple) else [waarde]
    return ", ".join(keuzes.get(str(lid), str(lid)) for lid in lijst if lid not in (None, "")).replace(
        "\r\n", "\n"
    )


class MetKenmerk:
    """For create and edit views: the form carries a mark of its own, and what it saves is remembered under it."""

    @cached_property
    def kenmerk(self) -> str:
        try:
            return str(uuid.UUID(self.request.POST.get("kenmerk", "")))
        except ValueError:
            return str(uuid.uuid4())

    def save_instance(self) -> Any:
        ding = super().save_instance()
        if getattr(self, "new_revision", None) is not None:
            OpenFormulier.onthoud(kenmerk=self.kenmerk, revisie=self.new_revision)
        return ding

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "kenmerk": self.kenmerk}


class NietVerouderd(MetKenmerk):
    """For edit views, before Wagtail's. Accepts a save only of the newest state; shows the difference otherwise."""

    botsingen: tuple[Botsing, ...] = ()

    @cached_property
    def stand(self) -> str:
        """The mark for the form; empty where revisions do the same work."""
        return "" if issubclass(self.model, RevisionMixin) else stand_van(self.object)

    @cached_property
    def is_verouderd(self) -> bool:
        if self.stand:
            return self.request.POST.get("stand", "") != self.stand
        if not self.latest_revision:
            return False
        if OpenFormulier.maakte(kenmerk=self.kenmerk, revisie=self.latest_revision):
            return False
        zegt_niets = not (
            self.request.POST.get("loaded_revision_id") or self.request.POST.get("overwrite_revision_id")
        )
        return zegt_niets or self.is_out_of_date

    def is_valid(self, form: BaseForm) -> bool:
        if self.request.method != "POST" or self.expects_json_response or not self.is_verouderd:
            return super().is_valid(form)
        self.botsingen = tuple(botsingen(form))
        self.produced_error_code = "verouderd"
        self.produced_error_message = MELDING
        return False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        # The page that shows both carries the mark of the newest state: saving again is then a choice.
        context |= {"botsingen": self.botsingen, "stand": self.stand}
        if self.botsingen:
            # The choice is the editor's: an autosave of this form would make it before they have read both texts.
            context["autosave_enabled"] = False
        return context
