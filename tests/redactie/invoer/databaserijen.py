"""The tables of an import, row by row and counted: what is there before and after."""

from wagtail.models import Revision

from redactie.models import (
    Afwijking,
    Contactpunt,
    Gegeven,
    Gemeente,
    Kanaal,
    Locatie,
    LokaalKanaal,
    LokaleVersie,
    Mededeling,
    Openingstijd,
    Product,
    Regio,
    Synoniem,
    Tarief,
    Tekstversie,
    Thema,
    Wijziging,
)

ALLES = (
    Regio,
    Gemeente,
    Thema,
    Contactpunt,
    Locatie,
    Openingstijd,
    Gegeven,
    Tarief,
    Product,
    Kanaal,
    Tekstversie,
    LokaleVersie,
    LokaalKanaal,
    Afwijking,
    Mededeling,
    Synoniem,
    Wijziging,
    Revision,
)


def rijen() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that an import may touch, so that 'nothing changed' means just that."""
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in ALLES}


def aantallen() -> dict[str, int]:
    return {naam: len(inhoud) for naam, inhoud in rijen().items()}
