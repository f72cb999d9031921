"""Rows within a form (opening hours, ways to arrange it, deviations) that survive what a browser does not send.

django-modelcluster 6 reads the hidden number of an existing row before anything is validated: a number that is none, or
that is missing, would end in a server fault. Here such a row is taken as a new one, whose hidden number the form then
refuses with a message.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseModelFormSet, ModelForm
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import InlinePanel

GEEN_NUMMER = "?"


class RijenFormSet(BaseChildFormSet):
    def _construct_form(self, i: int, **kwargs: Any) -> ModelForm:
        if self.is_bound and i < self.initial_form_count():
            nummer = f"{self.add_prefix(i)}-{self.model._meta.pk.name}"
            if nummer not in self.data:
                self.data = self.data.copy()
                self.data[nummer] = GEEN_NUMMER
        try:
            return super()._construct_form(i, **kwargs)
        except ValidationError:
            # The last step of the method that failed, with a row that is not there yet.
            return super(BaseModelFormSet, self)._construct_form(i, instance=self.model(), **kwargs)


class RijenPanel(InlinePanel):
    def get_form_options(self) -> dict[str, Any]:
        opties = super().get_form_options()
        opties["formsets"][self.relation_name]["formset"] = RijenFormSet
        return opties
