"""Checking before writing: everything that a file can say wrong about something in another file or in the CMS.

Looks at the end state, as it would be after the import; reports at the place in the file that would cause it.
"""

from __future__ import annotations

from datetime import datetime

from redactie.invoer.controle.eindstand import maak_eindstand
from redactie.invoer.controle.kolomwaarden import controleer_kolomwaarden
from redactie.invoer.controle.kringen import controleer_kringen
from redactie.invoer.controle.lokaal import controleer_lokaal
from redactie.invoer.controle.perioden import controleer_perioden
from redactie.invoer.controle.sleutels import controleer_sleutels
from redactie.invoer.controle.teksten import controleer_teksten
from redactie.invoer.controle.upn import controleer_upn
from redactie.invoer.controle.verwijderen import controleer_verwijderen
from redactie.invoer.controle.verwijzingen import controleer_verwijzingen
from redactie.invoer.documenten import Bundel
from redactie.invoer.fouten import Fouten

CONTROLES = (
    controleer_kolomwaarden,
    controleer_sleutels,
    controleer_verwijzingen,
    controleer_perioden,
    controleer_kringen,
    controleer_lokaal,
    controleer_teksten,
    controleer_upn,
    controleer_verwijderen,
)


def controleer(bundel: Bundel, stand: Bundel, fouten: Fouten, *, nu: datetime, verwijder: bool) -> None:
    eind = maak_eindstand(bundel, stand, nu=nu, verwijder=verwijder)
    for controle in CONTROLES:
        controle(eind, fouten)
