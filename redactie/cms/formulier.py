"""RedactieForm: what every form of the CMS keeps to.

It offers only what this person may see, lets the municipality and the key of a thing never change, and asks the
policy about the thing as it would become: so nobody moves something out of reach, or into somebody else's.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Model, QuerySet
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.permissions import policy_registry

from redactie.cms.kiezen import Kiezer
from redactie.models import Gemeente
from redactie.rechten.persoon import persoon_van
from redactie.rechten.policy import LidmaatschapPolicy
from redactie.rechten.regels import Bereik

NIET_TOEGESTAAN = "U mag dit niet opslaan voor deze gemeente of in deze vorm."


class RedactieForm(WagtailAdminModelForm):
    vast: ClassVar[tuple[str, ...]] = ("sleutel", "gemeente")
    """Columns that never change once the thing exists."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, veld in self.fields.items():
            if isinstance(veld, forms.ModelChoiceField):
                veld.queryset = self._keuzes(naam, veld)
            if isinstance(veld.widget, Kiezer):
                veld.widget.voor = self.for_user
        if "gemeente" in self.fields and self.instance.pk is None:
            self._kies_gemeente(self.fields["gemeente"])
            # A plain list: the chooser would open the screen of municipalities, which few may see.
            self._als_lijst(self.fields["gemeente"])
        if self.instance.pk is not None:
            for naam in self.vast:
                self._zet_vast(naam)

    def _keuzes(self, naam: str, veld: forms.ModelChoiceField) -> QuerySet:
        """What may be chosen: what this person may see, and what stands there already."""
        model = veld.queryset.model
        policy = policy_registry.get_by_type(model, fallback=False)
        if self.for_user is None or not isinstance(policy, LidmaatschapPolicy) or model is Gemeente:
            return veld.queryset
        zichtbaar = policy.instances_user_has_permission_for(self.for_user, "view")
        huidig = getattr(self.instance, f"{naam}_id", None)
        return zichtbaar | model._default_manager.filter(pk=huidig) if huidig else zichtbaar

    def _kies_gemeente(self, veld: forms.ModelChoiceField) -> None:
        """Only municipalities for which this person may make such a thing; nobody else may leave it empty."""
        policy = policy_registry.get_by_type(type(self.instance))
        persoon = persoon_van(self.for_user)
        if self.for_user is None or persoon.alles:
            return
        bereiken = {regel.bereik for regel, _ in policy.geldig(persoon, {"add"})}
        if Bereik.OVERAL in bereiken:
            return
        eigen = {
            id_
            for regel, ids in policy.geldig(persoon, {"add"})
            for id_ in ids
            if regel.bereik is Bereik.EIGEN
        }
        veld.queryset = Gemeente.objects.filter(pk__in=eigen)
        if Bereik.REGIO not in bereiken:
            veld.required = True
            veld.help_text = ""
            if len(eigen) == 1:
                veld.empty_label = None
                # The initial values of a model form stand before those of its fields.
                self.initial["gemeente"] = next(iter(eigen))
        elif not eigen:
            veld.widget = forms.HiddenInput()

    def _zet_vast(self, naam: str) -> None:
        """Show what it is; whatever is posted is ignored."""
        veld = self.fields.get(naam)
        if veld is None:
            return
        veld.disabled = True
        veld.required = False
        if isinstance(veld, forms.ModelChoiceField):
            alle, pk = veld.queryset.model._default_manager, getattr(self.instance, f"{naam}_id", None)
            veld.queryset = alle.filter(pk=pk) if pk is not None else alle.none()
            self._als_lijst(veld)

    @staticmethod
    def _als_lijst(veld: forms.ModelChoiceField) -> None:
        if not veld.widget.is_hidden:
            if veld.empty_label is not None and not veld.required:
                veld.empty_label = "de regio"
            veld.widget = forms.Select()
            veld.widget.choices = veld.choices

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        return schoon if schoon is not None else self.cleaned_data

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.for_user is None or self.errors:
            return
        actie = "change" if self.instance.pk is not None else "add"
        if not mag_zo_opslaan(self.for_user, actie, self.instance, self.cleaned_data):
            self.add_error(self._plek(), ValidationError(NIET_TOEGESTAAN))

    def _plek(self) -> str | None:
        return next((naam for naam in ("gemeente", "gemeenten") if naam in self.fields), None)


def mag_zo_opslaan(user: Any, actie: str, ding: Model, schoon: dict[str, Any]) -> bool:
    """Ask the policy about the thing as the form makes it. Many-to-many values are not on the object yet."""
    policy = policy_registry.get(ding)
    try:
        ding._meta.get_field("gemeenten")
    except FieldDoesNotExist:
        return policy.user_has_permission_for_instance(user, actie, ding)
    gemeenten = schoon.get("gemeenten")
    wordt = SimpleNamespace(gemeenten=gemeenten if gemeenten is not None else ding.gemeenten)
    return policy.user_has_permission_for_instance(user, actie, wordt)
