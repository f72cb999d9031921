"""Municipalities, and who may answer for whom: the one door of this room for `kennisbank/`.

Gives frozen dataclasses and plain sets; no rows of the database pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils import timezone

from redactie.bronnen import REGIO, GemeenteBron
from redactie.keuzes import Antwoordkanaal, Rol
from redactie.models import Gemeente
from redactie.periode import Periode
from redactie.rechten.persoon import persoon_van
from redactie.vertaald import eenmaal_vertaald


def gemeenten(op: datetime | None = None) -> tuple[GemeenteBron, ...]:
    """The municipalities that take part at that moment (default now), by name. 1 query."""
    return tuple(gemeente.als_bron() for gemeente in Gemeente.objects.deelnemend(op or timezone.now()))


def namen() -> tuple[tuple[str, str], ...]:
    """Slug and name of the municipalities that take part now, by name; cheap enough for every question. 1 query."""
    return tuple((slug, naam) for _, slug, naam in _deelnemend())


def _deelnemend() -> list[tuple[int, str, str]]:
    """Id, slug and name of the municipalities that take part now, by name. 1 query."""
    nu = timezone.now()
    return [(id_, slug, naam) for id_, slug, naam, *deelname in _leden() if Periode(*deelname).geldt_op(nu)]


@eenmaal_vertaald()
def _leden() -> QuerySet[Gemeente]:
    return Gemeente.objects.order_by("naam").values_list("pk", "slug", "naam", "deelname_van", "deelname_tot")


ALLE_KANALEN = frozenset(Antwoordkanaal)
LOKAAL = (Rol.REDACTEUR, Rol.PUBLICIST)


@dataclass(frozen=True, slots=True)
class Balie:
    """A desk that somebody may stand at; `naam` is empty for the region. `intern`: they read internal text there.

    `kanalen`: along which channels they answer for it.
    """

    bereik: str
    naam: str
    intern: bool
    kanalen: frozenset[Antwoordkanaal] = ALLE_KANALEN


def balies(user: Any) -> tuple[Balie, ...]:
    """The desks of this person, the region first, then by name; none: no access to the desk. 2 or 3 queries."""
    return balies_en_namen(user)[0]


def balies_en_namen(user: Any) -> tuple[tuple[Balie, ...], tuple[tuple[str, str], ...]]:
    """The desks of this person, and `namen()`, which come with them; neither without access. 2 or 3 queries.

    A role for the region: all. A role for one municipality: that one, and what holds everywhere; a KCC-medewerker of
    a municipality also has those for which it answers, along the channels that both work with. An administrator keeps
    accounts and answers nobody. Internal text is for a KCC-medewerker, and for nobody else.
    """
    persoon = persoon_van(user)
    mag = {gemeente for rol, gemeente in persoon.rollen if rol is not Rol.BEHEERDER}
    if persoon.alles:
        mag.add(None)
    if not mag:
        return (), ()
    als_kcc = {gemeente for rol, gemeente in persoon.rollen if rol is Rol.KCC}
    kanalen = _kanalen(user) if als_kcc - {None} and None not in als_kcc else {}
    intern = als_kcc | kanalen.keys()
    mag |= kanalen.keys()
    deelnemend = _deelnemend()
    gevonden = (
        Balie(REGIO, "", bool(intern)),
        *(
            Balie(slug, naam, not intern.isdisjoint({None, id_}), kanalen.get(id_, ALLE_KANALEN))
            for id_, slug, naam in deelnemend
            if not mag.isdisjoint({None, id_})
        ),
    )
    return gevonden, tuple((slug, naam) for _, slug, naam in deelnemend)


def _kanalen(user: Any) -> dict[int, frozenset[Antwoordkanaal]]:
    """Per municipality (id) that somebody answers for as KCC-medewerker of a municipality: how. 1 query."""
    rijen = user.lidmaatschappen.filter(rol=Rol.KCC, gemeente__isnull=False).values_list(
        "gemeente_id", "kanalen", "gemeente__beantwoordt__voor_id", "gemeente__beantwoordt__kanalen"
    )
    gevonden: dict[int, frozenset[Antwoordkanaal]] = {}
    for eigen, werkt_met, voor, afgesproken in rijen:
        mijn = frozenset(map(Antwoordkanaal, werkt_met)) or ALLE_KANALEN
        gevonden[eigen] = gevonden.get(eigen, frozenset()) | mijn
        samen = mijn & frozenset(map(Antwoordkanaal, afgesproken or ()))
        if voor is not None and samen:
            gevonden[voor] = gevonden.get(voor, frozenset()) | samen
    return gevonden


def mag_antwoorden_voor(user: Any) -> frozenset[str]:
    """The bereiken (slugs, and "regio") of the desks of this person."""
    return frozenset(balie.bereik for balie in balies(user))


def rollen(user: Any) -> frozenset[Rol]:
    """The roles that this person holds, wherever."""
    return frozenset(rol for rol, _ in persoon_van(user).rollen)


def redigeert(user: Any) -> frozenset[str]:
    """The bereiken whose texts this person keeps: the centre the region, an editor the municipality. 1 query."""
    persoon = persoon_van(user)
    if persoon.alles:
        return frozenset(Gemeente.objects.values_list("slug", flat=True)) | {REGIO}
    van = {persoon.slugs[id_] for rol, id_ in persoon.rollen if rol in LOKAAL and id_ is not None}
    return frozenset(van) | ({REGIO} if (Rol.CENTRAAL, None) in persoon.rollen else frozenset())


def let_op_de_balie(user: Any) -> frozenset[str] | None:
    """The bereiken whose desk this person looks after in the CMS, as KCC-redacteur; None: all of them. 1 query."""
    persoon = persoon_van(user)
    van = {gemeente for rol, gemeente in persoon.rollen if rol is Rol.KCC_REDACTEUR}
    if persoon.alles or None in van:
        return None
    return frozenset(persoon.slugs[id_] for id_ in van if id_ is not None)


def redacteuren(bereik: str) -> tuple[str, ...]:
    """The e-mail addresses of whoever keeps the texts of a bereik, in order. 1 query."""
    wie = (
        {"lidmaatschappen__rol": Rol.CENTRAAL, "lidmaatschappen__gemeente__isnull": True}
        if bereik == REGIO
        else {"lidmaatschappen__rol__in": LOKAAL, "lidmaatschappen__gemeente__slug": bereik}
    )
    mensen = get_user_model().objects.filter(is_active=True, **wie).exclude(email="")
    return tuple(sorted(set(mensen.values_list("email", flat=True))))


def beheerders() -> tuple[str, ...]:
    """The e-mail addresses of whoever administers the installation, in order. 1 query."""
    mensen = (
        get_user_model().objects.filter(is_active=True, lidmaatschappen__rol=Rol.BEHEERDER).exclude(email="")
    )
    return tuple(sorted(set(mensen.values_list("email", flat=True))))
