"""The models of the editorial room, one module per idea."""

from redactie.models.beantwoording import Beantwoording
from redactie.models.bedenktijd import Bedenktijd
from redactie.models.bericht import Aanleiding, Bericht, Berichtkeuze, Berichtregel
from redactie.models.contact import Contactpunt, Locatie, Openingstijd
from redactie.models.feiten import Gegeven, Tarief
from redactie.models.feitencheck import Feitenantwoord, Feitencheck
from redactie.models.gemeente import Gemeente, Regio
from redactie.models.herziening import Herziening
from redactie.models.lidmaatschap import Lidmaatschap
from redactie.models.logboek import LogRegel
from redactie.models.lokaal import Afwijking, LokaalKanaal, LokaleVersie
from redactie.models.mededeling import Mededeling
from redactie.models.openformulier import OpenFormulier
from redactie.models.product import Kanaal, Product, VerbruikteSleutel
from redactie.models.regiovoorstel import Regiovoorstel
from redactie.models.spoedvoorstel import Spoedvoorstel
from redactie.models.synoniem import Synoniem
from redactie.models.taak import NakijkTaak
from redactie.models.tekstversie import Tekstversie
from redactie.models.thema import Thema
from redactie.models.tweede_paar import Spoedpublicatie, Toewijzing, Vervanging
from redactie.models.upl import UplNaam
from redactie.models.wijziging import Wijziging, WijzigingSoort

__all__ = [
    "Aanleiding",
    "Afwijking",
    "Beantwoording",
    "Bedenktijd",
    "Bericht",
    "Berichtkeuze",
    "Berichtregel",
    "Contactpunt",
    "Feitenantwoord",
    "Feitencheck",
    "Gegeven",
    "Gemeente",
    "Herziening",
    "Kanaal",
    "Lidmaatschap",
    "Locatie",
    "LogRegel",
    "LokaalKanaal",
    "LokaleVersie",
    "Mededeling",
    "NakijkTaak",
    "OpenFormulier",
    "Openingstijd",
    "Product",
    "Regio",
    "Regiovoorstel",
    "Spoedpublicatie",
    "Spoedvoorstel",
    "Synoniem",
    "Tarief",
    "Tekstversie",
    "Thema",
    "Toewijzing",
    "UplNaam",
    "VerbruikteSleutel",
    "Vervanging",
    "Wijziging",
    "WijzigingSoort",
]
