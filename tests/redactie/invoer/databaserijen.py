"""The tables of an import, row by row and counted: what is there before and after."""

from wagtail.models import Revision

from redactie import models

ALLES = (
    models.Regio,
    models.Gemeente,
    models.Thema,
    models.Contactpunt,
    models.Locatie,
    models.Openingstijd,
    models.Gegeven,
    models.Tarief,
    models.Product,
    models.Kanaal,
    models.Tekstversie,
    models.LokaleVersie,
    models.LokaalKanaal,
    models.Afwijking,
    models.Mededeling,
    models.Synoniem,
    models.Wijziging,
    Revision,
)


def rijen() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that an import may touch, so that 'nothing changed' means just that."""
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in ALLES}


def aantallen() -> dict[str, int]:
    return {naam: len(inhoud) for naam, inhoud in rijen().items()}
