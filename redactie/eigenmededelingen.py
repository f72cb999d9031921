"""Which notices are for a municipality alone. Without it they would be for all: empty means everybody.

So it stays as long as there are any: the CMS says which (`redactie/cms/gemeenteverwijderen.py`), and the database
signal refuses the rest.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Model, ProtectedError, QuerySet

from redactie.models import Gemeente, Mededeling


def alleen_voor(gemeenten: Iterable[int]) -> QuerySet[Mededeling]:
    """The notices that are for one or more of these municipalities (ids) and for no other."""
    weg = set(gemeenten)
    anderen = Mededeling.gemeenten.through._default_manager.exclude(gemeente__in=weg)
    eigen = Mededeling.objects.filter(gemeenten__in=weg).exclude(pk__in=anderen.values("mededeling"))
    return eigen.distinct()


def houd_gemeente_vast(gemeente: Gemeente, samen_met: Model | QuerySet | None) -> None:
    """Raises ProtectedError. `samen_met`: what is being deleted; of several at once, none counts as another."""
    samen = isinstance(samen_met, QuerySet) and samen_met.model is Gemeente
    weg = {gemeente.pk, *(samen_met.values_list("pk", flat=True) if samen else ())}
    if mededelingen := set(alleen_voor(weg).filter(gemeenten=gemeente.pk)):
        zin = f"{gemeente} kan niet weg: er zijn mededelingen die alleen voor deze gemeente zijn."
        raise ProtectedError(zin, mededelingen)
