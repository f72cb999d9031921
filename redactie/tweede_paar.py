"""The second pair of eyes: where a municipality or the region asks for it, nobody publishes what he wrote himself.

A choice per owner of a text (`twee_paar_ogen`). Asked where a revision is published (`redactie/cms/publiceren.py`), so
that a road nobody thought of is closed too; screens ask beforehand, to say it in time. An urgent text may pass
(`redactie/spoedpublicatie.py`). Taking a text away is never held up, and what no person wrote may be published by one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from wagtail.models import Revision
from wagtail.permissions import policy_registry

from redactie.models.concept import BOEKHOUDING

if TYPE_CHECKING:
    from redactie.models import LokaleVersie, Product

EIGEN_WERK = (
    "U schreef hier zelf aan mee. Een collega kijkt het na en publiceert het: dien het in. "
    "Wat u typte, staat er nog."
)
_GEEN_TEKST = BOEKHOUDING | {
    "pk",
    "live",
    "live_revision",
    "last_published_at",
    "first_published_at",
    "latest_revision_created_at",
    "nagekeken_op",
    "product",
    "versie",
    "basis",
    "sinds",
}
"""Of a revision and its child rows: what is kept beside what somebody wrote."""


class EigenWerk(PermissionDenied):
    """Somebody would publish what he wrote, where another should."""


def eist_tweede_paar(ding: Product | LokaleVersie) -> bool:
    """Whether the owner of this text asks for a second pair of eyes. 1 query at most, once per object."""
    from redactie.models import Regio

    if not hasattr(ding, "_eist_tweede_paar"):
        gemeente = ding.gemeente
        eist = gemeente.twee_paar_ogen if gemeente is not None else Regio.haal().twee_paar_ogen
        ding._eist_tweede_paar = eist
    return ding._eist_tweede_paar


def met_twee_paar_ogen() -> frozenset[str]:
    """Slugs of the municipalities that ask for it; the empty one: the region. 2 queries."""
    from redactie.models import Gemeente, Regio

    slugs = frozenset(Gemeente.objects.filter(twee_paar_ogen=True).values_list("slug", flat=True))
    return slugs | {""} if Regio.haal().twee_paar_ogen else slugs


def mag_meteen_publiceren(user: Any, ding: Product | LokaleVersie) -> bool:
    """Whether what this person changes now may go out at once. None: the system itself."""
    if user is None:
        return True
    mag = policy_registry.get(ding).user_has_permission_for_instance(user, "publish", ding)
    return mag and not eist_tweede_paar(ding)


def mag_concept_publiceren(user: Any, ding: Product | LokaleVersie) -> bool:
    """Whether this person may publish the draft as it stands: by right, and as another than who wrote it."""
    if not policy_registry.get(ding).user_has_permission_for_instance(user, "publish", ding):
        return False
    return not eist_tweede_paar(ding) or not schreef_mee(user, ding)


def eis_ander(*, ding: Product | LokaleVersie, revisie: Revision, door: Any) -> None:
    """Refuse that somebody publishes a revision that holds his own work."""
    if eist_tweede_paar(ding) and schreef_mee(door, ding, revisie):
        raise EigenWerk(EIGEN_WERK)


def schreef_mee(user: Any, ding: Product | LokaleVersie, revisie: Revision | None = None) -> bool:
    return user.pk in schrijvers(ding, revisie)


def schrijvers(ding: Product | LokaleVersie, revisie: Revision | None = None) -> frozenset[int]:
    """Ids of who changed anything since the last publication, up to this revision (None: the newest).

    Saving without a change is no writing: whoever approves on the edit screen saves it too. 1 query for what is live
    (3 else); kept on the object for the newest.
    """
    if revisie is not None and getattr(revisie, "los_van_concept", False):
        return frozenset({revisie.user_id} - {None})
    if revisie is None and hasattr(ding, "_schrijvers"):
        return ding._schrijvers
    wie = _schrijvers(ding, revisie)
    if revisie is None:
        ding._schrijvers = wie
    return wie


def _schrijvers(ding: Product | LokaleVersie, revisie: Revision | None) -> frozenset[int]:
    if revisie is None and ding.live and not ding.has_unpublished_changes:
        return frozenset()
    alle = Revision.objects.for_instance(ding).order_by("pk")
    if revisie is not None:
        alle = alle.filter(pk__lte=revisie.pk)
    # Not what the object says: of a draft, Wagtail 8.0.1 takes these columns out of the revision.
    rij = type(ding)._base_manager.filter(pk=ding.pk)
    if ding.live:
        revisies = list(alle.filter(pk__gte=rij.values("live_revision")))
        return _wie_iets_veranderde(revisies[:1], revisies[1:])
    gepubliceerd_op = rij.values_list("last_published_at", flat=True).first()
    nieuw = list(alle.filter(created_at__gt=gepubliceerd_op) if gepubliceerd_op is not None else alle)
    vorige = alle.filter(pk__lt=nieuw[0].pk).reverse()[:1] if nieuw else ()
    return _wie_iets_veranderde(vorige, nieuw)


def _wie_iets_veranderde(vorige: Iterable[Revision], nieuw: Iterable[Revision]) -> frozenset[int]:
    was = [kern(revisie.content) for revisie in vorige]
    wie = set()
    for revisie in nieuw:
        nu = [kern(revisie.content)]
        if nu != was:
            wie.add(revisie.user_id)
        was = nu
    return frozenset(wie - {None})


def kern(waarde: Any) -> Any:
    """What somebody wrote, without what is kept beside it: equal for two revisions that say the same."""
    if isinstance(waarde, Mapping):
        return {naam: kern(lid) for naam, lid in waarde.items() if naam not in _GEEN_TEKST}
    if isinstance(waarde, str):
        return waarde.replace("\r\n", "\n").strip()
    if isinstance(waarde, list | tuple):
        return [kern(lid) for lid in waarde]
    return "" if waarde is None else waarde


def mogelijke_schrijvers(dingen: Collection[Product | LokaleVersie]) -> dict[tuple[int, str], set[int]]:
    """(content type, object id) → who saved a revision since the last publication. 1 query.

    For lists: a few too many at most (who saved without a change), never one too few.
    """
    live = {
        (ContentType.objects.get_for_model(ding).pk, str(ding.pk)): ding.live_revision_id or 0
        for ding in dingen
    }
    uit: dict[tuple[int, str], set[int]] = {}
    soorten, ids = {soort for soort, _ in live}, {pk for _, pk in live}
    rijen = Revision.objects.filter(content_type__in=soorten, object_id__in=ids, user__isnull=False)
    for pk, soort, object_id, wie in rijen.values_list("pk", "content_type", "object_id", "user"):
        if pk > live.get((soort, object_id), pk):
            uit.setdefault((soort, object_id), set()).add(wie)
    return uit
