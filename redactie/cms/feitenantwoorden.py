"""What somebody outside said, at the field it is about: below a text of a product, above those of a local version.

Until it is put away. Whether the text changed since is said on the page of the check, which reads it anew.
"""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import FieldPanel, Panel

from redactie.cms.kiezen import zichtbaar
from redactie.models import Feitenantwoord, Feitencheck, LokaleVersie, Product

_BEWAARD = "_antwoord_feitenantwoorden"


def antwoorden_bij(ding: Product | LokaleVersie, request: Any) -> list[Feitenantwoord]:
    """The answers that wait, of checks that this person may see. 1 query for each screen."""
    if ding.pk is None:
        return []
    if not hasattr(request, _BEWAARD):
        rijen = Feitenantwoord.objects.filter(
            verwerkt_op__isnull=True, feitencheck__in=zichtbaar(request.user, Feitencheck)
        ).select_related("feitencheck", "feitencheck__gemeente")
        if isinstance(ding, LokaleVersie):
            rijen = rijen.filter(product=ding.product_id, feitencheck__gemeente=ding.gemeente_id)
        else:
            rijen = rijen.filter(product=ding.pk)
        setattr(request, _BEWAARD, list(rijen.order_by("gegeven_op", "pk")))
    return getattr(request, _BEWAARD)


class TekstPanel(FieldPanel):
    """A text of a product with the answers about it."""

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "redactie/feitencheck/veld.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            alle = antwoorden_bij(self.instance, self.request)
            return {
                **super().get_context_data(parent_context),
                "antwoorden": [antwoord for antwoord in alle if antwoord.veld == self.field_name],
            }


class AntwoordenPanel(Panel):
    """All answers about what one municipality says of a product, each with its field; shown when there are any."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "redactie/feitencheck/versie.html"

        def is_shown(self) -> bool:
            return bool(antwoorden_bij(self.instance, self.request))

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            return {
                **super().get_context_data(parent_context),
                "antwoorden": antwoorden_bij(self.instance, self.request),
            }
