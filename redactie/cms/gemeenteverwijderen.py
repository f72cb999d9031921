"""Before a municipality is deleted: not as long as a notice is for it alone."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from wagtail.snippets.views.snippets import DeleteView

from redactie.cms.productgebruik import regel
from redactie.eigenmededelingen import alleen_voor
from redactie.productgebruik import Verwijzing


class GemeenteVerwijderenView(DeleteView):
    """`in_de_weg` for the template: the notices that would be for all municipalities."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        gevonden = [Verwijzing(lid, "mededeling") for lid in alleen_voor([self.object.pk])]
        return {
            **super().get_context_data(**kwargs),
            "in_de_weg": [regel(lid, self.request.user) for lid in gevonden],
        }

    def form_valid(self, form: BaseForm) -> HttpResponse:
        if alleen_voor([self.object.pk]).exists():
            return self.render_to_response(self.get_context_data(form=form), status=409)
        return super().form_valid(form)
