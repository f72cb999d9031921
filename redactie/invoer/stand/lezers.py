"""Small readers that all kinds share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from redactie.invoer.normaal import tekst
from redactie.models import Gemeente


def slug_van(gemeente: Gemeente | None) -> str:
    return gemeente.slug if gemeente is not None else ""


def sleutel_van(ding: Any) -> str:
    return ding.sleutel if ding is not None else ""


def teksten_van(rij: Any, *namen: str) -> dict[str, str]:
    return {naam: tekst(getattr(rij, naam)) for naam in namen}


def relatie_velden(relaties: Iterable[str], concepten: bool) -> list[str]:
    """For `select_related`."""
    return [*relaties, "latest_revision"] if concepten else list(relaties)
