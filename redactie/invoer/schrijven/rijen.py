"""Writers of the tables: facts, themes, contact points, hours, notices, synonyms."""

from __future__ import annotations

from typing import Any

from django.db.models import Model

from redactie.invoer.documenten import Document, OpeningstijdenGroep, Soort, SynoniemRij
from redactie.invoer.schrijven.kolommen import MODEL_VAN, kolommen
from redactie.invoer.schrijven.register import Register
from redactie.keuzes import Dag
from redactie.models import Openingstijd, Regio, Synoniem


def schrijf_rij(*, document: Document, register: Register, bestaat: bool) -> Model:
    if isinstance(document, OpeningstijdenGroep):
        return schrijf_openingstijden(groep=document, register=register)
    rij = (vind(document, register) if bestaat else None) or nieuwe_rij(document.soort_document)
    for naam, waarde in kolommen(document).items():
        setattr(rij, naam, waarde)
    for naam, waarde in _verwijzingen(document, register).items():
        setattr(rij, naam, waarde)
    # The database itself refuses what validate_unique and validate_constraints would look up, row by row.
    rij.full_clean(validate_unique=False, validate_constraints=False)
    rij.save()
    return rij


def nieuwe_rij(soort: Soort) -> Any:
    return Regio(pk=1) if soort is Soort.REGIO else MODEL_VAN[soort]()


def vind(document: Document, register: Register) -> Any:
    """The row that this document describes, or None."""
    soort = document.soort_document
    objecten = MODEL_VAN[soort].objects
    if soort is Soort.REGIO:
        return objecten.filter(pk=1).first()
    if isinstance(document, SynoniemRij):
        return _vind_synoniem(document, register)
    if soort is Soort.LOKAAL:
        gemeente, product = document.identiteit
        return objecten.filter(gemeente__slug=gemeente, product__sleutel=product).first()
    namen = {
        Soort.GEMEENTE: ("slug",),
        Soort.THEMA: ("sleutel",),
        Soort.PRODUCT: ("sleutel",),
        Soort.MEDEDELING: ("sleutel",),
        Soort.CONTACTPUNT: ("gemeente", "sleutel"),
        Soort.LOCATIE: ("gemeente", "sleutel"),
        Soort.GEGEVEN: ("gemeente", "sleutel", "geldig_van"),
        Soort.TARIEF: ("gemeente", "sleutel", "geldig_van"),
    }[soort]
    zoek = dict(zip(namen, document.identiteit, strict=True))
    if "gemeente" in zoek:
        zoek["gemeente"] = register.gemeente(str(zoek["gemeente"]))
    return (
        objecten.filter(**{naam: waarde for naam, waarde in zoek.items() if waarde is not None})
        .filter(**{f"{naam}__isnull": True for naam, waarde in zoek.items() if waarde is None})
        .first()
    )


def _vind_synoniem(document: SynoniemRij, register: Register) -> Synoniem | None:
    # Comparing JSON columns differs between databases.
    for rij in Synoniem.objects.filter(gemeente=register.gemeente(document.gemeente)):
        if tuple(rij.woorden) == document.woorden:
            return rij
    return None


def _verwijzingen(document: Document, register: Register) -> dict[str, Any]:
    soort = document.soort_document
    if soort is Soort.THEMA:
        return {"ouder": register.thema(document.ouder)}
    if soort is Soort.MEDEDELING:
        return {"gemeenten": register.gemeenten(document.gemeenten)}
    if hasattr(document, "gemeente"):
        return {"gemeente": register.gemeente(document.gemeente)}
    return {}


def schrijf_openingstijden(*, groep: OpeningstijdenGroep, register: Register) -> Model:
    """Replace the hours of one thing: rows that stay the same are left alone."""
    drager = register.drager(groep.van_wat, groep.gemeente, groep.sleutel)
    nodig = {(tijd.datum, tijd.dag, tijd.van, tijd.tot, tijd.wijze): tijd for tijd in groep.tijden}
    for rij in drager.openingstijden.all():
        van, tot = (f"{tijd:%H:%M}" if tijd else "" for tijd in (rij.van, rij.tot))
        dag = list(Dag).index(Dag(rij.dag)) if rij.dag else -1
        if nodig.pop((rij.datum.isoformat() if rij.datum else "", dag, van, tot, rij.wijze), None) is None:
            rij.delete()
    for tijd in nodig.values():
        rij = Openingstijd(
            **{groep.van_wat.value: drager},
            dag=list(Dag)[tijd.dag].value if tijd.dag >= 0 else "",
            datum=tijd.datum or None,
            van=tijd.van or None,
            tot=tijd.tot or None,
            wijze=tijd.wijze,
        )
        rij.full_clean(validate_unique=False, validate_constraints=False)
        rij.save()
    return drager
