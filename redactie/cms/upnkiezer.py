"""Choosing the uniform product names of a product by their names, out of the national list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from redactie.cms.meerkiezer import HOOGSTENS, MeerKiezer, Optie, ZoekView
from redactie.models import UplNaam
from redactie.upl.bezwaren import GEMEENTE
from redactie.upl.zoeken import naam_of_uri, zoek_namen


class UplBron:
    zoekadres = "wagtailsnippets_redactie_uplnaam:zoek"

    def opties(self, waarden: Sequence[str], veld: MeerKiezer) -> list[Optie]:
        namen = {naam.uri: naam for naam in UplNaam.objects.filter(uri__in=waarden).defer("grondslagen")}
        return [_optie(namen[uri]) if uri in namen else _onbekend(uri) for uri in waarden]

    def waarde_van(self, tekst: str, veld: MeerKiezer) -> str | None:
        naam = naam_of_uri(tekst)
        return naam.uri if naam is not None else None


def _optie(naam: UplNaam) -> Optie:
    van_ons = GEMEENTE in naam.bestuurslagen
    bij = "" if van_ons else f"geen naam voor gemeenten ({', '.join(naam.bestuurslagen) or 'onbekend'})"
    return Optie(naam.uri, naam.naam, bij, "vervallen" if naam.vervallen_op is not None else "")


def _onbekend(uri: str) -> Optie:
    return Optie(uri, uri, chip="staat niet in de landelijke lijst")


class UplZoekView(ZoekView):
    model: type = UplNaam

    def zoek(self, woorden: str) -> tuple[list[Optie], int]:
        namen, aantal = zoek_namen(woorden, hoogstens=HOOGSTENS)
        return [_optie(naam) for naam in namen], aantal


class UpnField(forms.Field):
    """A list of URIs of the national list. What stood there already may stay, so that other work can be saved."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", MeerKiezer(UplBron(), zoeknaam="Zoek een uniforme productnaam"))
        super().__init__(required=False, **kwargs)

    def to_python(self, value: Any) -> list[str]:
        return list(dict.fromkeys(str(uri).strip() for uri in value or () if str(uri).strip()))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(initial) != self.to_python(data)


def keur_upn(uris: Iterable[str], stond_er: Iterable[str]) -> None:
    """ValidationError for each name that comes new and is not, or no longer, in the national list."""
    nieuw = [uri for uri in uris if uri not in set(stond_er)]
    namen = {naam.uri: naam for naam in UplNaam.objects.filter(uri__in=nieuw).defer("grondslagen")}
    meldingen = []
    for uri in nieuw:
        if uri not in namen:
            meldingen.append(f"“{uri}” staat niet in de landelijke lijst. Kies een naam uit de lijst.")
        elif namen[uri].vervallen_op is not None:
            meldingen.append(
                f"“{namen[uri].naam}” is vervallen in de landelijke lijst. Kies een andere naam."
            )
    if meldingen:
        raise ValidationError(meldingen)
