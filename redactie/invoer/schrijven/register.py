"""Keys → rows of the installation, looked up once per import."""

from __future__ import annotations

from collections.abc import Collection

from redactie.models import Contactpunt, Gemeente, Locatie, Product, Thema


class Register:
    """Remembers rows that others refer to; `vul` again after writing such rows.

    `weg` names contact points (municipality, key) that will be deleted: nothing is pointed at them any more.
    """

    def __init__(self, weg: Collection[tuple[object, ...]] = ()) -> None:
        self._weg = weg
        self._gemeenten: dict[str, Gemeente] = {}
        self._themas: dict[str, Thema] = {}
        self._contactpunten: dict[tuple[str, str], Contactpunt] = {}
        self._locaties: dict[tuple[str, str], Locatie] = {}
        self._producten: dict[str, int] = {}
        self.vul()

    def vul(self) -> None:
        self._gemeenten = {gemeente.slug: gemeente for gemeente in Gemeente.objects.all()}
        slug_van = {gemeente.pk: slug for slug, gemeente in self._gemeenten.items()} | {None: ""}
        self._themas = {thema.sleutel: thema for thema in Thema.objects.all()}
        self._contactpunten = {(slug_van[p.gemeente_id], p.sleutel): p for p in Contactpunt.objects.all()}
        self._locaties = {(slug_van[p.gemeente_id], p.sleutel): p for p in Locatie.objects.all()}
        self._producten = dict(Product.objects.values_list("sleutel", "pk"))

    def gemeente(self, slug: str) -> Gemeente | None:
        return self._gemeenten[slug] if slug else None

    def gemeenten(self, slugs: tuple[str, ...]) -> list[Gemeente]:
        return [self._gemeenten[slug] for slug in slugs]

    def thema(self, sleutel: str) -> Thema | None:
        if sleutel and sleutel not in self._themas:  # written a moment ago
            self._themas[sleutel] = Thema.objects.get(sleutel=sleutel)
        return self._themas[sleutel] if sleutel else None

    def themas(self, sleutels: tuple[str, ...]) -> list[Thema]:
        return [self._themas[sleutel] for sleutel in sleutels]

    def contactpunt(self, sleutel: str, gemeente: str) -> Contactpunt | None:
        """That of the municipality itself, else that of the region."""
        if not sleutel:
            return None
        eigen = (gemeente, sleutel)
        return self._contactpunten[
            "" if eigen in self._weg or eigen not in self._contactpunten else gemeente, sleutel
        ]

    def drager(self, soort: str, gemeente: str, sleutel: str) -> Contactpunt | Locatie:
        """The contact point or location of exactly that owner, to hang hours on."""
        rijen = self._contactpunten if soort == "contactpunt" else self._locaties
        return rijen[gemeente, sleutel]

    def product_id(self, sleutel: str) -> int | None:
        return self._producten[sleutel] if sleutel else None

    def heeft_product(self, sleutel: str) -> bool:
        return sleutel in self._producten

    def onthoud_product(self, product: Product) -> None:
        self._producten[product.sleutel] = product.pk
