"""Files given as text, and what reading makes of them and says of their form. No database."""

from redactie.invoer.bestanden import RuwBestand
from redactie.invoer.documenten import Bundel, Document, LokaalBestand, ProductBestand, Soort
from redactie.invoer.fouten import Fouten
from redactie.invoer.lezen import ontleed

SAMENVATTING = "# samenvatting\n\nU vraagt een paspoort aan.\n"


def lees(**bestanden: str | bytes) -> tuple[Bundel, list[str]]:
    """`lees(producten__x_md="…")`: the bundle and the faults."""
    fouten = Fouten()
    ruw = [
        RuwBestand(
            naam.replace("__", "/").replace("_csv", ".csv").replace("_md", ".md"),
            inhoud if isinstance(inhoud, bytes) else inhoud.encode(),
        )
        for naam, inhoud in bestanden.items()
    ]
    return ontleed(ruw, fouten), [str(fout) for fout in fouten]


def product(
    voorblad: str = "titel: Paspoort", tekst: str = SAMENVATTING
) -> tuple[ProductBestand | None, list[str]]:
    bundel, fouten = lees(producten__x_md=f"---\n{voorblad}\n---\n{tekst}")
    gelezen = bundel.haal(Soort.PRODUCT, "x")
    assert gelezen is None or isinstance(gelezen, ProductBestand)
    return gelezen, fouten


def goed_product(voorblad: str = "titel: Paspoort", tekst: str = SAMENVATTING) -> ProductBestand:
    gelezen, fouten = product(voorblad, tekst)
    assert fouten == []
    assert gelezen is not None
    return gelezen


def lokaal(voorblad: str, tekst: str = "") -> tuple[LokaalBestand | None, list[str]]:
    bundel, fouten = lees(lokaal__sliedrecht__x_md=f"---\n{voorblad}\n---\n{tekst}")
    gelezen = bundel.haal(Soort.LOKAAL, "sliedrecht", "x")
    assert gelezen is None or isinstance(gelezen, LokaalBestand)
    return gelezen, fouten


def enige(bundel: Bundel, soort: Soort) -> Document:
    (document,) = bundel.van(soort).values()
    return document
