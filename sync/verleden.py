"""What stood somewhere at a moment, or as a version: the Uitgave with its kept contents.

One reading for the reference of an answer and for looking back. Only reads; what of it a person may see, and how it
is shown, is for `kennisbank/`.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import OuterRef, Q, QuerySet, Subquery

from sync.models import Documentsoort, Ontvangst, Publicatie, Toestand, Uitgave


def als_versie(bereik: str, soort: Documentsoort, versie: int, **waar: str) -> QuerySet[Uitgave]:
    """What was live as this version, however long ago; at most one, once `waar` names the document."""
    rijen = Uitgave.objects.filter(
        publicatie__bereik=bereik,
        publicatie__documentsoort=soort,
        versie=versie,
        toestand=Toestand.LIVE,
        **waar,
    )
    return _met_tekstmoment(rijen)


def op_moment(bereik: str, op: datetime, **waar: str) -> QuerySet[Uitgave]:
    """Of each document of a bereik the Uitgave that counted at `op`, withdrawals included."""
    toen = Uitgave.objects.filter(publicatie=OuterRef("pk"), op__lte=op).order_by("-versie").values("pk")[:1]
    documenten = Publicatie.objects.filter(bereik=bereik, **waar)
    rijen = Uitgave.objects.filter(pk__in=documenten.annotate(toen=Subquery(toen)).values("toen"))
    return _met_tekstmoment(rijen).select_related("publicatie", "inhoud", "publieke_inhoud")


def uitgave_bij(ontvangst: Ontvangst) -> Uitgave | None:
    """The version that a target acknowledged: the index one of the desk, a website one of the public; or None."""
    van_de_balie = Q(versie=ontvangst.versie, inhoud=ontvangst.hash)
    openbaar = Q(publieke_versie=ontvangst.versie, publieke_inhoud=ontvangst.hash)
    rijen = Uitgave.objects.filter(van_de_balie | openbaar, publicatie=ontvangst.publicatie_id)
    return rijen.select_related("publicatie", "inhoud", "publieke_inhoud").order_by("versie").first()


def _met_tekstmoment(rijen: QuerySet[Uitgave]) -> QuerySet[Uitgave]:
    """With `inhoud_gewijzigd_op`: a version for the desk alone leaves the public text, and when that changed."""
    zelfde_tekst = Uitgave.objects.filter(
        publicatie=OuterRef("publicatie"), publieke_versie=OuterRef("publieke_versie")
    )
    return rijen.annotate(inhoud_gewijzigd_op=Subquery(zelfde_tekst.order_by("op").values("op")[:1]))
