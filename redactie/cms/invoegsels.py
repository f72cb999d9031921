"""What somebody can put in a text without typing it: facts, tariffs, words of the municipality, links to products.

Only reads, and only what this person may see; `invoegen.py` asks. What a token reads as is decided by
`redactie/opzoeken.py`, as in a publication.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model, Q, QuerySet
from wagtail.permissions import policy_registry

from redactie.bronnen import REGIO, CentraalProduct, Feiten, GemeenteBron, ProductBronnen
from redactie.cms.kiezen import met_woorden, zichtbaar
from redactie.keuzes import GegevenSoort, TariefStatus
from redactie.models import Gegeven, Gemeente, Product, Regio, Tarief
from redactie.opzoeken import Stand, zoek_op
from redactie.rechten.persoon import persoon_van
from redactie.rechten.regels import Bereik
from redactie.tokens import GEMEENTE_SLEUTELS, Token, TokenSoort

PER_SOORT = 8
PRODUCTPAD = "/product/{}/"
"""Where a product stands on a website of ours; `kennisbank/website/urls.py` says the same."""
VAN_GEMEENTE = dict(
    zip(
        GEMEENTE_SLEUTELS,
        ("Naam van de gemeente", "Telefoon", "Telefoon vanuit het buitenland", "Website van de gemeente"),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Invoegsel:
    """`tekst`: the token, or where a link goes; `waarde`: how that reads in the chosen bereik; `blok`: a line alone."""

    tekst: str
    label: str
    bij: str
    waarde: str = ""
    is_link: bool = False
    blok: bool = False

    def als_json(self) -> dict[str, Any]:
        return asdict(self)


def gemeenten_van(user: Any, op: datetime) -> list[Gemeente]:
    """The municipalities whose facts this person may see."""
    persoon = persoon_van(user)
    regels = list(policy_registry.get_by_type(Gegeven).geldig(persoon, {"view"}))
    alle = Gemeente.objects.deelnemend(op)
    if persoon.alles or any(regel.bereik is Bereik.OVERAL for regel, _ in regels):
        return alle
    eigen = {id_ for regel, ids in regels if regel.bereik is Bereik.EIGEN for id_ in ids}
    return [gemeente for gemeente in alle if gemeente.pk in eigen]


def bereik_van(slug: str, gemeenten: Iterable[Gemeente]) -> GemeenteBron:
    """One of these municipalities; the region for anything else."""
    gekozen = next((gemeente for gemeente in gemeenten if gemeente.slug == slug), None)
    return gekozen.als_bron() if gekozen is not None else Regio.haal().als_bron()


@dataclass(frozen=True, slots=True)
class Zoeker:
    """What one person finds for one bereik. 9 queries at most."""

    user: Any
    bereik: GemeenteBron
    op: datetime

    def zoek(self, woorden: str) -> tuple[list[Invoegsel], int]:
        """The best first, and how much there is in all."""
        gegevens, aantal_gegevens = self._sleutels(
            Gegeven, woorden, ("sleutel", "omschrijving", "waarde"), "sleutel"
        )
        groepen, aantal_groepen = self._sleutels(
            Tarief, woorden, ("groep", "omschrijving"), "groep", ~Q(groep="")
        )
        tarieven, aantal_tarieven = self._sleutels(
            Tarief, woorden, ("sleutel", "omschrijving", "groep"), "sleutel"
        )
        feiten, namen = self._feiten(gegevens, groepen, tarieven)
        uit = [
            *self._van_gemeente(woorden),
            *(self._feit(TokenSoort.GEGEVEN, sleutel, feiten, namen) for sleutel in gegevens),
            *(self._feit(TokenSoort.TARIEVEN, groep, feiten, namen) for groep in groepen),
            *(self._feit(TokenSoort.TARIEF, sleutel, feiten, namen) for sleutel in tarieven),
        ]
        gevonden = aantal_gegevens + aantal_groepen + aantal_tarieven
        over = len(uit) - len(gegevens) - len(groepen) - len(tarieven)
        producten, aantal_producten = self._producten(woorden)
        return [*uit, *producten], over + gevonden + aantal_producten

    def _rijen(self, model: type[Model]) -> QuerySet:
        rijen = zichtbaar(self.user, model)
        return rijen if self.bereik.is_regio else rijen.filter(_van(self.bereik.slug))

    def _sleutels(
        self, model: type[Model], woorden: str, kolommen: tuple[str, ...], sleutel: str, mits: Q | None = None
    ) -> tuple[list[str], int]:
        rijen = met_woorden(self._rijen(model).filter(mits or Q()), woorden, kolommen)
        if model is Tarief:
            rijen = rijen.filter(status=TariefStatus.VASTGESTELD)
        uniek = rijen.order_by(sleutel).values_list(sleutel, flat=True).distinct()
        return list(uniek[:PER_SOORT]), uniek.count()

    def _feiten(
        self, gegevens: list[str], groepen: list[str], tarieven: list[str]
    ) -> tuple[Feiten, dict[str, str]]:
        """The facts behind these keys, and what each is called."""
        in_groep = self._rijen(Tarief).filter(groep__in=groepen).values("sleutel")
        g_rijen = list(self._rijen(Gegeven).filter(sleutel__in=gegevens).select_related("gemeente"))
        t_vraag = Q(sleutel__in=tarieven) | Q(sleutel__in=in_groep)
        t_rijen = list(self._rijen(Tarief).filter(t_vraag).select_related("gemeente"))
        bronnen = ProductBronnen(
            CentraalProduct(""),
            gegevens=tuple(rij.als_bron() for rij in g_rijen),
            tarieven=tuple(rij.als_bron() for rij in t_rijen),
        )
        namen = {f"gegeven:{rij.sleutel}": rij.omschrijving for rij in g_rijen if rij.omschrijving}
        namen |= {f"tarief:{rij.sleutel}": rij.omschrijving for rij in t_rijen}
        return bronnen.feiten(self.bereik), namen

    def _feit(self, soort: TokenSoort, sleutel: str, feiten: Feiten, namen: dict[str, str]) -> Invoegsel:
        naam = f"{soort.value}:{sleutel}"
        gevonden = zoek_op(Token(soort, sleutel, 0, 0), feiten, self.op)
        waarde = gevonden.tekst if gevonden.stand is not Stand.ONTBREEKT else f"geen waarde: {gevonden.reden}"
        if soort is TokenSoort.TARIEVEN:
            return Invoegsel(f"{{{naam}}}", f"Tabel {sleutel}", "tabel met tarieven", waarde, blok=True)
        wat = "tarief" if soort is TokenSoort.TARIEF else "gegeven"
        bij = f"{wat}, alleen voor de balie" if gevonden.intern else wat
        is_link = soort is TokenSoort.GEGEVEN and gevonden.soort is GegevenSoort.URL
        return Invoegsel(f"{{{naam}}}", namen.get(naam, sleutel), bij, waarde, is_link)

    def _van_gemeente(self, woorden: str) -> Iterator[Invoegsel]:
        for sleutel, label in VAN_GEMEENTE.items():
            if all(woord in f"{label} gemeente {sleutel}".casefold() for woord in woorden.casefold().split()):
                waarde = getattr(self.bereik, sleutel)
                yield Invoegsel(
                    f"{{gemeente.{sleutel}}}", label, "van de gemeente", waarde, sleutel == "website"
                )

    def _producten(self, woorden: str) -> tuple[list[Invoegsel], int]:
        """Links to published products; none as long as nobody said which."""
        if not woorden:
            return [], 0
        rijen = self._rijen(Product).filter(live=True)
        rijen = met_woorden(rijen, woorden, ("titel", "sleutel", "trefwoorden"))
        if self.bereik.is_regio:
            rijen = rijen.filter(gemeente=None)
        return [self._product(product) for product in rijen.order_by("titel")[:PER_SOORT]], rijen.count()

    def _product(self, product: Product) -> Invoegsel:
        pad = PRODUCTPAD.format(product.sleutel)
        waarde = f"{self.bereik.website.rstrip('/')}{pad}" if self.bereik.website else ""
        bij = f"link naar {product.get_productsoort_display().lower()}"
        return Invoegsel(f"{{gemeente.website}}{pad}", product.titel, bij, waarde, is_link=True)


def _van(slug: str) -> Q:
    return Q(gemeente=None) if slug == REGIO else Q(gemeente=None) | Q(gemeente__slug=slug)
