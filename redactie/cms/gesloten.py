"""Addresses of Wagtail that this desk does not have: pages, images, bulk actions, its own groups and workflows.

What is not reachable cannot leak: several of these ask a permission of the model, none of the municipality. Bulk
deletion in Wagtail 8.0.1 names the things one may not delete, and leaves no trace in the log.
"""

from __future__ import annotations

from typing import NoReturn

from django.http import Http404, HttpRequest
from django.urls import URLPattern, re_path

VOORVOEGSELS = (
    "api",
    "block-preview",
    "bulk",
    "choose-anchor-link",
    "choose-email-link",
    "choose-external-link",
    "choose-page",
    "choose-phone-link",
    "collections",
    "documents",
    "failwhale",
    "groups",
    "images",
    "pages",
    "reports/aging-pages",
    "reports/locked",
    "reports/page-types-usage",
    "reports/workflow",
    "reports/workflow_tasks",
    "sites",
    "snippets",
    "tag-autocomplete",
    "test404",
    "workflows",
)


def niet_hier(request: HttpRequest, **kwargs: object) -> NoReturn:
    raise Http404


def gesloten_adressen() -> list[URLPattern]:
    """To stand before Wagtail's own addresses."""
    return [re_path(rf"^{voorvoegsel}/", niet_hier) for voorvoegsel in VOORVOEGSELS]
