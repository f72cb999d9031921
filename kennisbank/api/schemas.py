"""The JSON Schemas of what the read API answers, made from the enumerations that the answers are made from.

`components.schemas` of the OpenAPI description; a test holds every answer against them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kennisbank.api.problemen import SOORTEN, VOORVOEGSEL
from redactie import keuzes
from redactie.veld import PUBLIEKE_VELDEN
from sync.models import VOOR_LEZERS

Schema = dict[str, Any]

SLEUTEL: Schema = {"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*$"}
TEKST: Schema = {"type": "string"}
ADRES: Schema = {"type": "string", "format": "uri"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
VELDNAMEN = [veld.value for veld in PUBLIEKE_VELDEN if not veld.platte_tekst]


def ding(beschrijving: str, eigenschappen: Mapping[str, Schema]) -> Schema:
    """An object with these properties, always all of them; later versions may add others."""
    return {
        "type": "object",
        "description": beschrijving,
        "properties": dict(eigenschappen),
        "required": list(eigenschappen),
    }


def rij(leden: Schema, beschrijving: str = "") -> Schema:
    schema: Schema = {"type": "array", "items": leden}
    return {**schema, "description": beschrijving} if beschrijving else schema


def of_niets(schema: Schema, beschrijving: str) -> Schema:
    return {**schema, "type": [schema["type"], "null"], "description": beschrijving}


def een_van(enum: Iterable[str], *, of_leeg: bool = False) -> Schema:
    waarden: list[str | None] = [str(lid) for lid in enum]
    return {"enum": [*waarden, None] if of_leeg else waarden}


def verwijzing(naam: str) -> Schema:
    return {"$ref": f"#/components/schemas/{naam}"}


def met(schema: Schema, beschrijving: str) -> Schema:
    return {**schema, "description": beschrijving}


GEMEENTE_KORT = {
    "url": met(ADRES, "Adres van deze gemeente in de API."),
    "producten": met(ADRES, "Adres van de producten van deze gemeente."),
    "gemeente": met(SLEUTEL, "Sleutel van de gemeente."),
    "naam": TEKST,
    "code": met(TEKST, "TOOI- en CBS-code, zoals gm0505."),
    "owms_uri": TEKST,
    "telefoon": TEKST,
    "telefoon_buitenland": TEKST,
    "website": TEKST,
}
OPENINGSTIJD = ding(
    "Een tijdvak op een dag van de week, of op een datum: een uitzondering, die die hele dag vervangt. "
    "Zonder tijden: gesloten.",
    {
        "dag": een_van(keuzes.Dag, of_leeg=True),
        "datum": of_niets({"type": "string", "format": "date"}, "De datum van een uitzondering."),
        "van": of_niets({"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}, "Vanaf."),
        "tot": of_niets({"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}, "Tot."),
        "wijze": een_van(keuzes.OpenWijze),
    },
)
THEMA = ding(
    "Een thema of levensgebeurtenis.",
    {
        "sleutel": SLEUTEL,
        "naam": TEKST,
        "inleiding_html": TEKST,
        "ouder": of_niets(SLEUTEL, "Sleutel van het thema waar dit onder valt."),
        "soort": een_van(keuzes.ThemaSoort),
    },
)
CONTACTPUNT = ding(
    "Een afdeling, partner of andere overheid.",
    {
        "sleutel": SLEUTEL,
        "naam": TEKST,
        "soort": een_van(keuzes.ContactpuntSoort),
        "telefoon": TEKST,
        "e_mail": TEKST,
        "website": TEKST,
        "openingstijden": rij(verwijzing("Openingstijd")),
    },
)
LOCATIE = ding(
    "Een adres waar inwoners terechtkunnen.",
    {
        "sleutel": SLEUTEL,
        "naam": TEKST,
        "straat": TEKST,
        "nummer": TEKST,
        "postcode": TEKST,
        "plaats": TEKST,
        "toelichting": TEKST,
        "openingstijden": rij(verwijzing("Openingstijd")),
    },
)
MEDEDELING = ding(
    "Een bericht dat van een moment tot een moment geldt; ook wat nog moet ingaan staat erbij.",
    {
        "sleutel": SLEUTEL,
        "tekst": TEKST,
        "html": met(TEKST, "Veilige HTML."),
        "van": MOMENT,
        "tot": of_niets(MOMENT, "Vanaf dit moment niet meer."),
        "betreft": rij(TEKST, "“alles”, of thema:…, product:…, inlogmiddel:…"),
        "belangrijk": {"type": "boolean"},
    },
)
VELD = ding(
    "Een onderdeel van de tekst van een product.",
    {
        "veld": een_van(VELDNAMEN),
        "kop": TEKST,
        "tekst": met(TEKST, "Zonder opmaak."),
        "html": met(TEKST, "Veilige HTML; koppen beginnen bij h3."),
    },
)
KANAAL = ding(
    "Een manier om het te regelen.",
    {
        "actie": een_van(keuzes.Actie),
        "wijze": een_van(keuzes.KanaalWijze),
        "adres": met(TEKST, "Met https:, mailto: of tel:. Leeg als er niets te openen is."),
        "label": TEKST,
        "inlogmiddel": een_van(keuzes.Inlogmiddel),
        "niveau": een_van(keuzes.Niveau, of_leeg=True),
        "aangewezen": met({"type": "boolean"}, "Het aangewezen digitale kanaal (artikel 2:13 Awb)."),
    },
)
PRODUCT = ding(
    "Een product zoals het in één gemeente geldt: de tekst van de regio en die van de gemeente samengevoegd, met de "
    "bedragen van nu.",
    {
        "url": ADRES,
        "gemeente": met(SLEUTEL, "Sleutel van de gemeente."),
        "sleutel": met(SLEUTEL, "Vaste sleutel van het product, in alle gemeenten gelijk."),
        "productsoort": een_van(keuzes.Productsoort),
        "status": een_van(keuzes.Status),
        "status_toelichting": met(
            TEKST, "Waarom het hier niet wordt aangeboden, ergens onder valt of verviel."
        ),
        "verwijst_naar": of_niets(SLEUTEL, "Sleutel van het product waar u dan heen gaat."),
        "talen": {
            "type": "object",
            "description": "De tekst per taal. Nederlands (nl) is er altijd.",
            "required": ["nl"],
            "additionalProperties": verwijzing("Tekst"),
        },
        "kanalen": rij(verwijzing("Kanaal")),
        "upn": rij(ding("Een uniforme productnaam.", {"uri": TEKST, "naam": TEKST})),
        "rechtsgronden": rij(TEKST),
        "doelgroepen": rij(een_van(keuzes.Doelgroep)),
        "themas": rij(SLEUTEL),
        "trefwoorden": rij(TEKST),
        "verwant": rij(SLEUTEL, "Sleutels van verwante producten; niet elk is er in elke gemeente."),
        "contactpunt": of_niets(SLEUTEL, "Sleutel van het contactpunt, te vinden bij de gemeente."),
        "versie": met({"type": "integer"}, "Wordt hoger bij elke wijziging van deze tekst in deze gemeente."),
        "gewijzigd_op": met(MOMENT, "Wanneer een lezer voor het laatst iets anders ging zien."),
    },
)
TEKST_PER_TAAL = ding(
    "De tekst in één taal.",
    {
        "titel": TEKST,
        "samenvatting": TEKST,
        "velden": rij(verwijzing("Veld"), "In de volgorde van een website."),
    },
)
PROBLEEM = ding(
    "Wat er misging (RFC 9457).",
    {
        "type": een_van(VOORVOEGSEL + soort for soort in SOORTEN),
        "title": TEKST,
        "status": {"type": "integer"},
        "detail": met(TEKST, "Wat er hier gebeurde en wat u kunt doen."),
        "instance": TEKST,
    },
)


DOCUMENT = ding(
    "De laatste stand van één document, in dezelfde vorm als een levering. Bewaar het onder (bereik, documentsoort, "
    "sleutel), en alleen als `versie` hoger is dan wat u hebt.",
    {
        "bereik": met(SLEUTEL, "Sleutel van de gemeente."),
        "documentsoort": een_van(VOOR_LEZERS),
        "sleutel": SLEUTEL,
        "versie": met({"type": "integer", "minimum": 1}, "Van dit document; altijd onder 2⁵³."),
        "ingetrokken": met({"type": "boolean"}, "Dan is er geen inhoud meer: haal het document weg."),
        "hash": met(
            {"type": "string", "pattern": "^([0-9a-f]{64})?$"},
            "SHA-256 van de inhoud als canonieke JSON: UTF-8, NFC, sleutels gesorteerd, scheidingen “,” en “:”. Leeg "
            "als het is ingetrokken.",
        ),
        "inhoud": of_niets(
            {"type": "object"}, "De hele openbare inhoud; `schema` zegt welke vorm zij heeft."
        ),
    },
)
STROOM = ding(
    "Wat er veranderde na een cursor.",
    {
        "documenten": rij(verwijzing("Document")),
        "cursor": met(TEKST, "Bewaar hem nadat u deze documenten hebt verwerkt; vraag daarmee verder."),
        "meer": met({"type": "boolean"}, "Er is meteen al meer: vraag door."),
        "volgende": met(ADRES, "Adres van dezelfde vraag met deze cursor."),
    },
)


def bladzijde(leden: str) -> Schema:
    return ding(
        "Eén pagina van een lijst.",
        {
            "aantal": met({"type": "integer", "minimum": 0}, "Hoeveel er in het geheel zijn."),
            "volgende": of_niets(ADRES, "Adres van de volgende pagina."),
            "vorige": of_niets(ADRES, "Adres van de vorige pagina."),
            "resultaten": rij(verwijzing(leden)),
        },
    )


SCHEMAS: dict[str, Schema] = {
    "Begin": ding(
        "Waar alles staat.", {"gemeenten": ADRES, "producten": ADRES, "publicaties": ADRES, "openapi": ADRES}
    ),
    "Contactpunt": CONTACTPUNT,
    "Document": DOCUMENT,
    "Gemeente": ding(
        "Een gemeente, met wat er bij haar hoort.",
        {
            **GEMEENTE_KORT,
            "themas": rij(verwijzing("Thema")),
            "contactpunten": rij(verwijzing("Contactpunt")),
            "locaties": rij(verwijzing("Locatie")),
            "mededelingen": rij(verwijzing("Mededeling")),
        },
    ),
    "GemeenteKort": ding("Een gemeente in een lijst.", GEMEENTE_KORT),
    "Gemeentelijst": bladzijde("GemeenteKort"),
    "Kanaal": KANAAL,
    "Locatie": LOCATIE,
    "Mededeling": MEDEDELING,
    "Openingstijd": OPENINGSTIJD,
    "Probleem": PROBLEEM,
    "Product": PRODUCT,
    "Productlijst": bladzijde("Product"),
    "Publicatiestroom": STROOM,
    "Tekst": TEKST_PER_TAAL,
    "Thema": THEMA,
    "Veld": VELD,
}
