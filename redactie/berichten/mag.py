"""Who may be mailed about what: asked when mail is dealt out, and again at the moment it goes.

Whoever lost a role, or took a choice back, gets nothing; neither does whoever did it himself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wagtail.models import TaskState
from wagtail.permissions import policy_registry

from redactie.feitencheck.openen import mag_versie
from redactie.keuzes import Berichtsoort, Rol
from redactie.models import Gemeente
from redactie.models.bericht import Onderwerp
from redactie.rechten.persoon import persoon_van
from redactie.rechten.regels import Hoedanigheid

LOKAAL = (Hoedanigheid.REDACTEUR, Hoedanigheid.PUBLICIST)
VAN_TEKSTEN = (Berichtsoort.TE_HERZIEN, Berichtsoort.GEWIJZIGD)
_ALTIJD = (Berichtsoort.FEITENCHECK, Berichtsoort.INGEDIEND, Berichtsoort.NAGEKEKEN)


def soorten_voor(user: Any) -> tuple[Berichtsoort, ...]:
    """What there is to choose for the roles of this person."""
    rollen = {rol for rol, _ in persoon_van(user).rollen}
    lokaal = bool(rollen & {Rol.REDACTEUR, Rol.PUBLICIST})
    centraal = Rol.CENTRAAL in rollen
    kan = {
        **dict.fromkeys(VAN_TEKSTEN, lokaal),
        Berichtsoort.BESLIST: lokaal,
        Berichtsoort.VOORSTEL: centraal,
        **dict.fromkeys(_ALTIJD, lokaal or centraal),
    }
    return tuple(soort for soort in Berichtsoort if kan[soort])


def gemeenten_van(user: Any) -> frozenset[int]:
    """The municipalities (ids) whose texts this person keeps."""
    persoon = persoon_van(user)
    return frozenset().union(*(persoon.gemeenten_als(wie) or () for wie in LOKAAL))


def mag(user: Any, soort: Berichtsoort, over: Onderwerp, gemeente: Gemeente | None = None) -> bool:
    return user.is_active and soort in soorten_voor(user) and _VRAGEN[soort](user, over, gemeente)


def _tekst(user: Any, over: Onderwerp, gemeente: Gemeente | None) -> bool:
    return (
        gemeente is not None
        and gemeente.pk in gemeenten_van(user)
        and mag_versie(user, over.tekstversie.product, gemeente)
    )


def _voorstel(user: Any, over: Onderwerp, gemeente: Gemeente | None) -> bool:
    return over.voorstel.is_open and _kan(user, "publish", over.voorstel.product)


def _beslist(user: Any, over: Onderwerp, gemeente: Gemeente | None) -> bool:
    voorstel = over.voorstel
    return (
        not voorstel.is_open
        and voorstel.beslist_door_id != user.pk
        and voorstel.gemeente_id in gemeenten_van(user)
    )


def _feitencheck(user: Any, over: Onderwerp, gemeente: Gemeente | None) -> bool:
    return over.feitencheck.vrager_id == user.pk and _kan(user, "change", over.feitencheck)


def _ingediend(user: Any, over: Onderwerp, gemeente: Gemeente | None) -> bool:
    stand, ding = over.taakstand, over.taakstand.workflow_state.content_object
    wacht = stand.status == TaskState.STATUS_IN_PROGRESS and ding is not None
    return wacht and stand.workflow_state.requested_by_id != user.pk and _kan(user, "publish", ding)


def _nagekeken(user: Any, over: Onderwerp, gemeente: Gemeente | None) -> bool:
    stand, ding = over.taakstand, over.taakstand.workflow_state.content_object
    van_mij = stand.workflow_state.requested_by_id == user.pk and stand.finished_by_id != user.pk
    return van_mij and ding is not None and _kan(user, "change", ding)


def _kan(user: Any, actie: str, ding: Any) -> bool:
    return policy_registry.get(ding).user_has_permission_for_instance(user, actie, ding)


_VRAGEN: dict[Berichtsoort, Callable[[Any, Onderwerp, Gemeente | None], bool]] = {
    Berichtsoort.TE_HERZIEN: _tekst,
    Berichtsoort.GEWIJZIGD: _tekst,
    Berichtsoort.VOORSTEL: _voorstel,
    Berichtsoort.BESLIST: _beslist,
    Berichtsoort.FEITENCHECK: _feitencheck,
    Berichtsoort.INGEDIEND: _ingediend,
    Berichtsoort.NAGEKEKEN: _nagekeken,
}
