"""Has the editors' room make what it proposes after urgent changes, in the process of the loop: other rooms cannot."""

from __future__ import annotations

from django.utils import timezone

from redactie.spoedvoorstellen import maak_spoedvoorstellen


def maak_voorstellen_na_spoed() -> None:
    maak_spoedvoorstellen(timezone.now())
