"""How one target stands for one bereik, from what was counted of it: one judgement for the board and for one text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sync.bord.cel import Cel, Stand
from sync.doelwoorden import in_woorden
from sync.models import Doel, DoelToestand
from sync.nazien_buiten import klacht


def doelcel(doel: Doel, van: int, bevestigd: int, onaf: Mapping[str, Any]) -> Cel:
    """`van` documents should be there, `bevestigd` are. `onaf`: wacht, geweigerd, sinds, fout of the others."""
    wacht, geweigerd = onaf.get("wacht", 0), onaf.get("geweigerd", 0)
    fout = in_woorden(doel.laatste_fout or onaf.get("fout") or "")
    stand = _stand(doel, van, bevestigd, wacht, geweigerd)
    if stand is Stand.WACHT and wacht == 0:
        wacht = van - bevestigd
    sinds = onaf.get("sinds")
    if stand in (Stand.GESTOPT, Stand.HAPERT) and doel.fout_sinds is not None:
        sinds = min(filter(None, (sinds, doel.fout_sinds)))
    if stand is Stand.HAPERT:
        fout = klacht(doel, van) or fout
    return Cel(stand, bevestigd, van, wacht, geweigerd, sinds, "" if stand is Stand.LIVE else fout)


def _stand(doel: Doel, van: int, bevestigd: int, wacht: int, geweigerd: int) -> Stand:
    if (stil := stilstand(doel)) is not None:
        return stil
    if geweigerd:
        return Stand.GEWEIGERD
    # The whole index serves everybody: its faults are of those bereiken that wait for it.
    eigen_fout = bool(doel.laatste_fout) and (wacht > 0 or not doel.wil_intern)
    if eigen_fout or klacht(doel, van):
        return Stand.HAPERT
    if wacht or bevestigd < van:
        return Stand.WACHT
    return Stand.LIVE if van else Stand.LEEG


def stilstand(doel: Doel) -> Stand | None:
    """Whether nothing new goes there until a person lets it go on."""
    if doel.toestand == DoelToestand.GESTOPT:
        return Stand.GESTOPT
    return Stand.GEPAUZEERD if doel.toestand == DoelToestand.GEPAUZEERD else None
