"""Looking at one thing without changing it. What it shows of a product itself is in `bekijken.py`.

Wagtail 8.0.1 asks here only whether somebody may change or delete any such thing; its buttons then lead a local
editor from a text of the region to a 404. And it prints lists and empty values as Python writes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.snippets.views.snippets import InspectView

LEEG = "–"


def leesbaar(waarde: Any) -> Any:
    """A value of a column as a reader expects it: a list as a sentence, nothing as a dash."""
    if isinstance(waarde, list | tuple):
        woorden = [str(w.get("label") or w) if isinstance(w, Mapping) else str(w) for w in waarde]
        return ", ".join(woorden) or LEEG
    return LEEG if waarde in (None, "") else waarde


class InzienView(InspectView):
    page_title = "Bekijk"

    def get_edit_url(self) -> str | None:
        return super().get_edit_url() if self.mag("change") else None

    def get_delete_url(self) -> str | None:
        return super().get_delete_url() if self.mag("delete") else None

    def mag(self, actie: str) -> bool:
        return self.user_has_permission_for_instance(actie, self.object)

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        return leesbaar(super().get_field_display_value(field_name, field))
