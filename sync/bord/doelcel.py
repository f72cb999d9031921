"""How one target stands for one bereik, from what was counted of it: one judgement for the board and for one text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sync.bord.cel import Cel, Stand, in_woorden
from sync.models import Doel, DoelToestand
from sync.nazien_buiten import MEESTE_HERSTEL, grens


def doelcel(doel: Doel, van: int, bevestigd: int, onaf: Mapping[str, Any]) -> Cel:
    """`van` documents should be there, `bevestigd` are. `onaf`: wacht, geweigerd, sinds, fout of the others."""
    wacht, geweigerd = onaf.get("wacht", 0), onaf.get("geweigerd", 0)
    fout = in_woorden(doel.laatste_fout or onaf.get("fout", ""))
    stand = _stand(doel, van, bevestigd, wacht, geweigerd)
    if stand is Stand.WACHT and wacht == 0:
        wacht = van - bevestigd
    sinds = onaf.get("sinds")
    if stand in (Stand.GESTOPT, Stand.HAPERT) and doel.fout_sinds is not None:
        sinds = min(filter(None, (sinds, doel.fout_sinds)))
    if stand is Stand.HAPERT and heeft_klacht(doel, van):
        fout = klachtzin(doel)
    return Cel(stand, bevestigd, van, wacht, geweigerd, sinds, "" if stand is Stand.LIVE else fout)


def _stand(doel: Doel, van: int, bevestigd: int, wacht: int, geweigerd: int) -> Stand:
    if doel.toestand == DoelToestand.GESTOPT:
        return Stand.GESTOPT
    if doel.toestand == DoelToestand.GEPAUZEERD:
        return Stand.GEPAUZEERD
    if geweigerd:
        return Stand.GEWEIGERD
    # The whole index serves everybody: its faults are of those bereiken that wait for it.
    eigen_fout = bool(doel.laatste_fout) and (wacht > 0 or not doel.wil_intern)
    if eigen_fout or heeft_klacht(doel, van):
        return Stand.HAPERT
    if wacht or bevestigd < van:
        return Stand.WACHT
    return Stand.LIVE if van else Stand.LEEG


def heeft_klacht(doel: Doel, van: int) -> bool:
    """Whether comparing found what a person must look at. As `nazien_buiten.klacht`, without asking the database."""
    return doel.herstelpogingen > MEESTE_HERSTEL or _te_veel_wezen(doel, van)


def klachtzin(doel: Doel) -> str:
    if doel.herstelpogingen > MEESTE_HERSTEL:
        return "zegt dat het teksten heeft bewaard, maar heeft ze niet"
    return f"heeft {len(doel.wezen['lijst'])} documenten die er niet horen. Bekijk de lijst"


def _te_veel_wezen(doel: Doel, van: int) -> bool:
    wezen = len(doel.wezen.get("lijst", ()))
    return wezen > grens(van) and not doel.wezen.get("akkoord")
