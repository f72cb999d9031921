"""Errors of the read API: problem details (RFC 9457), in Dutch.

A view raises `Probleem`; `als_api` (in `antwoorden.py`) makes it an answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

TYPE = "application/problem+json"
VOORVOEGSEL = "urn:antwoord:probleem:"
SOORTEN: Mapping[str, tuple[HTTPStatus, str]] = {
    "onbekende-parameter": (HTTPStatus.BAD_REQUEST, "Deze parameter is er niet"),
    "onjuiste-parameter": (HTTPStatus.BAD_REQUEST, "Deze parameter heeft een waarde die niet kan"),
    "niet-gevonden": (HTTPStatus.NOT_FOUND, "Niet gevonden"),
    "ingetrokken": (HTTPStatus.GONE, "Ingetrokken"),
    "cursor-verlopen": (HTTPStatus.GONE, "Deze cursor geldt niet meer"),
    "alleen-lezen": (HTTPStatus.METHOD_NOT_ALLOWED, "Deze API is alleen om te lezen"),
    "storing": (HTTPStatus.INTERNAL_SERVER_ERROR, "Er ging bij ons iets mis"),
}


class Probleem(Exception):
    """`soort` is a key of SOORTEN; `detail` says what happened here and what to do."""

    def __init__(self, soort: str, detail: str) -> None:
        super().__init__(detail)
        self.soort = soort
        self.detail = detail

    @property
    def status(self) -> int:
        return SOORTEN[self.soort][0].value

    def als_json(self, pad: str) -> dict[str, Any]:
        return {
            "type": VOORVOEGSEL + self.soort,
            "title": SOORTEN[self.soort][1],
            "status": self.status,
            "detail": self.detail,
            "instance": pad,
        }
