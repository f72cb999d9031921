"""The edit screen of a product: in step with the time line before anything is read or saved."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.widgets.button import Button

from redactie.bewerkscherm import DubbelGewijzigd, breng_in_stap, dubbel_gewijzigd
from redactie.cms.bewerken import BewerkenView
from redactie.cms.gevolgen import GevolgenPaneel
from redactie.cms.logboek import logboekknop
from redactie.cms.productgebruik import gebruikknop
from redactie.cms.spoed import spoedknop
from redactie.cms.verschil import verschil_tussen


class ProductBewerkenView(BewerkenView):
    """A planned text that came into force makes a form from before it stale, also when this POST sees it first."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        breng_in_stap(product=self.gevraagd_ding)
        super().setup(request, *args, **kwargs)

    @property
    def header_more_buttons(self) -> list[Button]:
        spoed = spoedknop(self.live_object, self.object, self.request.user)
        meer = (gebruikknop(self.object), logboekknop(self.object.sleutel))
        return [*super().header_more_buttons, *spoed, *meer]

    def get_side_panels(self) -> MediaContainer:
        return MediaContainer([*super().get_side_panels(), GevolgenPaneel(self.object, self.request)])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "dubbel": [_regel(lid) for lid in self._dubbel()]}

    def _dubbel(self) -> list[DubbelGewijzigd]:
        return dubbel_gewijzigd(product=self.live_object, concept=self.object)


def _regel(dubbel: DubbelGewijzigd) -> dict[str, Any]:
    return {"dubbel": dubbel, "verschil": verschil_tussen(dubbel.live.tekst, dubbel.concept)}
