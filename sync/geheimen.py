"""The secrets that deliveries are signed with, or signed in with: encrypted where they are kept, never shown.

A target has one or two in use. Two while one takes over from the other: both sign, or the older is tried after the
newer, so the receiver changes at its own moment and nothing is refused in between.
"""

from __future__ import annotations

import base64
import binascii
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import transaction

from sync.models import Doel, Doelgeheim, DoelSoort
from sync.wordpress.aanmelding import Aanmelding, AanmeldingFout

VOORVOEGSEL = "whsec_"
KORTSTE, LANGSTE = 24, 64
MEESTE = 2


class GeheimFout(Exception):
    """This secret cannot be used; a Dutch sentence for the administrator, without the secret."""


def voeg_toe(*, doel: Doel, geheim: str) -> Doelgeheim:
    """Keep another secret for this target; from now on it signs as well."""
    geheim = geheim.strip()
    KEURINGEN[DoelSoort(doel.soort)](geheim)
    kenmerk = hashlib.sha256(geheim.encode()).hexdigest()[:8]
    with transaction.atomic():
        bestaande = list(Doel.objects.select_for_update(no_key=True).get(pk=doel.pk).geheimen.all())
        if any(lid.kenmerk == kenmerk for lid in bestaande):
            raise GeheimFout("Dit geheim is al in gebruik.")
        if len(bestaande) >= MEESTE:
            raise GeheimFout("Er zijn al twee geheimen in gebruik. Beëindig eerst het oude.")
        versleuteld = _slot().encrypt(geheim.encode()).decode()
        return Doelgeheim.objects.create(doel=doel, versleuteld=versleuteld, kenmerk=kenmerk)


def beeindig(*, geheim: Doelgeheim) -> None:
    """Sign with it no longer. The last one stays: without a secret nothing can be delivered."""
    with transaction.atomic():
        doel = Doel.objects.select_for_update(no_key=True).get(pk=geheim.doel_id)
        if doel.geheimen.exclude(pk=geheim.pk).count() == 0:
            raise GeheimFout("Dit is het enige geheim. Voeg eerst een nieuw toe.")
        geheim.delete()


def geheimen_van(doel: Doel) -> list[str]:
    """The secrets themselves, oldest first; only for signing. GeheimFout when there is none that can be read.

    None for an address that the target has no more: in between it may have got those of its new one.
    """
    slot = _slot()
    try:
        leesbaar = [
            slot.decrypt(lid.versleuteld.encode()).decode()
            for lid in doel.geheimen.filter(doel__adres=doel.adres)  # in one query: both as they are together
        ]
    except InvalidToken as fout:
        raise GeheimFout(
            "Een geheim van dit doel is niet te lezen: ANTWOORD_DOELSLEUTELS is veranderd. "
            "Zet de oude sleutel erbij, of voer het geheim opnieuw in."
        ) from fout
    if not leesbaar:
        hier = Doel.objects.filter(pk=doel.pk, adres=doel.adres).exists()
        raise GeheimFout(
            "Dit doel heeft geen geheim." if hier else "Dit doel heeft net een ander adres gekregen."
        )
    return leesbaar


def keur_geheim(geheim: str) -> None:
    """As Standard Webhooks prescribes: `whsec_` and 24 to 64 bytes in base64."""
    try:
        bytes_ = base64.b64decode(geheim.removeprefix(VOORVOEGSEL), validate=True)
    except (binascii.Error, ValueError):
        bytes_ = b""
    if not geheim.startswith(VOORVOEGSEL) or not KORTSTE <= len(bytes_) <= LANGSTE:
        raise GeheimFout("Een geheim begint met whsec_ en is daarna base64 van 24 tot 64 bytes.")


def keur_aanmelding(geheim: str) -> None:
    """A user and an application password of WordPress."""
    try:
        Aanmelding.lees(geheim)
    except AanmeldingFout as fout:
        raise GeheimFout(str(fout)) from fout


KEURINGEN = {DoelSoort.HTTP: keur_geheim, DoelSoort.WORDPRESS: keur_aanmelding}


def _slot() -> MultiFernet:
    """The first key encrypts; all of them decrypt, so that the key itself can be changed too."""
    sleutels = settings.ANTWOORD_DOELSLEUTELS or map(
        _afgeleid, (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    )
    return MultiFernet([Fernet(sleutel) for sleutel in sleutels])


def _afgeleid(sleutel: str) -> bytes:
    """Without a key of its own: derived from the secret key of the installation, or from a former one."""
    hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"antwoord/doelgeheim")
    return base64.urlsafe_b64encode(hkdf.derive(sleutel.encode()))
