"""Deleting what stands in no file (only with `--verwijder`)."""

from __future__ import annotations

from wagtail.log_actions import log

from redactie.invoer.documenten import Document, OpeningstijdenGroep
from redactie.invoer.schrijven.register import Register
from redactie.invoer.schrijven.rijen import vind


def verwijder(*, document: Document, register: Register) -> None:
    if isinstance(document, OpeningstijdenGroep):
        for tijd in register.drager(
            document.van_wat, document.gemeente, document.sleutel
        ).openingstijden.all():
            tijd.delete()
        return
    rij = vind(document, register)
    if rij is None:  # went with the product it belonged to
        return
    log(instance=rij, action="wagtail.delete", deleted=True)
    rij.delete()
