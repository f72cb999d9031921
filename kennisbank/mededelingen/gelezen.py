"""That an agent has read a notice, and forgetting it when the notice is gone."""

from __future__ import annotations

from typing import Any

from kennisbank.mededelingen.blok import Mededelingenblok
from kennisbank.models import GelezenMededeling
from kennisbank.publicaties import inhoud_van
from sync.models import Documentsoort, Publicatie, Toestand


def lees(gebruiker: Any, blok: Mededelingenblok, sleutel: str, vingerafdruk: str) -> bool:
    """Only what stands there now, in the words that were on the screen: a text changed meanwhile stays unread."""
    klopt = any(
        lid.te_lezen and (lid.mededeling.sleutel, lid.mededeling.vingerafdruk) == (sleutel, vingerafdruk)
        for lid in blok.rijen
    )
    if klopt:
        GelezenMededeling.objects.update_or_create(
            gebruiker=gebruiker, sleutel=sleutel, defaults={"vingerafdruk": vingerafdruk}
        )
    return klopt


def vergeet_gelezen() -> None:
    """Of notices that are in no document any more. An installation without documents yet forgets nothing."""
    hashes = Publicatie.objects.filter(
        documentsoort=Documentsoort.GEMEENTE, toestand=Toestand.LIVE
    ).values_list("hash", flat=True)
    documenten = [inhoud_van(hash_) for hash_ in hashes.order_by()]
    if documenten:
        nog = {lid["sleutel"] for document in documenten for lid in document["mededelingen"]}
        GelezenMededeling.objects.exclude(sleutel__in=nog).delete()
