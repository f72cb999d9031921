"""The report of a fault, as Django mails it to ADMINS: without what somebody searched for.

A question travels in a query string on the websites; Django's own report quotes that in four places. What is posted is
hidden where it is read (`sensitive_post_parameters`).
"""

from __future__ import annotations

from typing import Any

from django.views.debug import ExceptionReporter

MET_VRAAG = frozenset({"QUERY_STRING", "HTTP_REFERER", "REQUEST_URI", "RAW_URI"})


class Foutverslag(ExceptionReporter):
    def get_traceback_data(self) -> dict[str, Any]:
        data = super().get_traceback_data()
        if self.request is not None:
            data["request_insecure_uri"] = str(data.get("request_insecure_uri", "")).partition("?")[0]
            data["request_GET_items"] = [(naam, "…") for naam in self.request.GET]
            data["request_meta"] = {
                naam: waarde for naam, waarde in data["request_meta"].items() if naam not in MET_VRAAG
            }
        return data
