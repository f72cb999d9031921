"""The closed lists of the domain, as plain enumerations.

Pure, so that the merge can use them; Django's models take `Enum.choices()`. (Django's TextChoices would pull
Django into the pure centre.) Which text fields exist stands in `veld.py`.
"""

from __future__ import annotations

from enum import StrEnum


class Keuze(StrEnum):
    """A choice with a Dutch label: `Aanbod.ALLE == "alle"`, `Aanbod.ALLE.label`."""

    label: str

    def __new__(cls, waarde: str, label: str = "") -> Keuze:
        lid = str.__new__(cls, waarde)
        lid._value_ = waarde
        lid.label = label or waarde.replace("_", " ")
        return lid

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(lid.value, lid.label) for lid in cls]


class Productsoort(Keuze):
    PRODUCT = "product", "Product"
    VRAAG = "vraag", "Vraag"
    VERWIJZING = "verwijzing", "Verwijzing"


class Aanbod(Keuze):
    ALLE = "alle", "Alle gemeenten"
    NA_KEUZE = "na_keuze", "Alleen waar de gemeente ja zegt"


class Aangeboden(Keuze):
    ONBEKEND = "onbekend", "Nog niet ingevuld"
    JA = "ja", "Ja"
    NEE = "nee", "Nee"
    VALT_ONDER = "valt_onder", "Valt onder een ander product"


class Status(Keuze):
    """What the merge concludes for one municipality; each of these is published and found."""

    AANGEBODEN = "aangeboden", "Aangeboden"
    NIET_AANGEBODEN = "niet_aangeboden", "Niet aangeboden"
    VALT_ONDER = "valt_onder", "Valt onder een ander product"
    VERVALLEN = "vervallen", "Vervallen"


class AfwijkingWijze(Keuze):
    VERVANGEN = "vervangen", "Vervangt de regionale tekst"
    ERVOOR = "ervoor", "Staat vóór de regionale tekst"
    ERNA = "erna", "Staat na de regionale tekst"
    VERBERGEN = "verbergen", "Verbergt het veld"


class AfwijkingSoort(Keuze):
    BELEID = "beleid", "Eigen beleid"
    UITVOERDER = "uitvoerder", "Andere uitvoerder"
    WERKWIJZE = "werkwijze", "Andere werkwijze"
    TIJDELIJK = "tijdelijk", "Tijdelijk"
    FORMULERING = "formulering", "Andere formulering"


class Klasse(Keuze):
    """Class of a change to a central text: who must look at it."""

    COSMETISCH = "cosmetisch", "Cosmetisch: niemand hoeft te kijken"
    INHOUDELIJK = "inhoudelijk", "Inhoudelijk: gemeenten met een eigen tekst kijken hun tekst na"
    SPOED = "spoed", "Spoed: nakijken vóór een datum"


class Besluit(Keuze):
    VOLGEN = "volgen", "Volg de regio"
    HOUDEN = "houden", "Houd mijn tekst"
    COMBINEREN = "combineren", "Combineer"
    LATER = "later", "Later"


class Herkomst(Keuze):
    """Where the text of a merged field comes from."""

    CENTRAAL = "centraal", "Regionaal"
    LOKAAL = "lokaal", "Lokaal"
    GEMENGD = "gemengd", "Regionaal met lokale aanvulling"
    VERBORGEN = "verborgen", "Lokaal verborgen"


class Actie(Keuze):
    AANVRAGEN = "aanvragen", "Aanvragen"
    AFSPRAAK = "afspraak", "Afspraak maken"
    MELDEN = "melden", "Melden"
    VERLENGEN = "verlengen", "Verlengen"
    WIJZIGEN = "wijzigen", "Wijzigen"
    STOPPEN = "stoppen", "Stoppen"


class KanaalWijze(Keuze):
    FORMULIER = "formulier", "Formulier"
    APP = "app", "App"
    BALIE = "balie", "Balie"
    TELEFOON = "telefoon", "Telefoon"
    POST = "post", "Post"
    E_MAIL = "e-mail", "E-mail"


class Inlogmiddel(Keuze):
    GEEN = "geen", "Inloggen is niet nodig"
    DIGID = "digid", "Inloggen met DigiD"
    EHERKENNING = "eherkenning", "Inloggen met eHerkenning"
    EIDAS = "eidas", "Inloggen met eIDAS"


class Niveau(Keuze):
    BASIS = "basis", "Basis"
    MIDDEN = "midden", "Midden"
    SUBSTANTIEEL = "substantieel", "Substantieel"
    HOOG = "hoog", "Hoog"
    EH2_PLUS = "eh2+", "EH2+"
    EH3 = "eh3", "EH3"
    EH4 = "eh4", "EH4"


class Doelgroep(Keuze):
    PARTICULIER = "particulier", "Inwoners"
    ONDERNEMER = "ondernemer", "Ondernemers"


class GegevenSoort(Keuze):
    TEKST = "tekst", "Tekst"
    ADRES = "adres", "Adres"
    URL = "url", "Internetadres"
    TELEFOON = "telefoon", "Telefoonnummer"
    E_MAIL = "e-mail", "E-mailadres"
    TERMIJN = "termijn", "Termijn"


class TariefSoort(Keuze):
    VAST = "vast", "Vast bedrag"
    VANAF = "vanaf", "Vanaf"
    TOESLAG = "toeslag", "Toeslag"
    GRATIS = "gratis", "Gratis"


class TariefStatus(Keuze):
    CONCEPT = "concept", "Concept"
    VASTGESTELD = "vastgesteld", "Vastgesteld"


class ContactpuntSoort(Keuze):
    AFDELING = "afdeling", "Afdeling"
    PARTNER = "partner", "Partner"
    OVERHEID = "overheid", "Andere overheid"


class OpenWijze(Keuze):
    INLOOP = "inloop", "Zonder afspraak"
    AFSPRAAK = "afspraak", "Op afspraak"
    BEREIKBAAR = "bereikbaar", "Telefonisch bereikbaar"


class Dag(Keuze):
    MA = "ma", "maandag"
    DI = "di", "dinsdag"
    WO = "wo", "woensdag"
    DO = "do", "donderdag"
    VR = "vr", "vrijdag"
    ZA = "za", "zaterdag"
    ZO = "zo", "zondag"


class ThemaSoort(Keuze):
    THEMA = "thema", "Thema"
    LEVENSGEBEURTENIS = "levensgebeurtenis", "Levensgebeurtenis"


class Richting(Keuze):
    BEIDE = "beide", "Alle woorden vinden elkaar"
    HEEN = "heen", "Alleen het eerste woord vindt de andere"


class Zichtbaar(Keuze):
    WEBSITE = "website", "Website"
    BALIE = "balie", "Balie"


class Mededelingsoort(Keuze):
    """A work instruction is for who answers, never for a website."""

    MEDEDELING = "mededeling", "Mededeling"
    WERKINSTRUCTIE = "werkinstructie", "Werkinstructie"


class Rol(Keuze):
    CENTRAAL = "centraal", "Centraal redacteur"
    REDACTEUR = "redacteur", "Lokaal redacteur"
    PUBLICIST = "publicist", "Lokaal publicist"
    KCC_REDACTEUR = "kcc_redacteur", "KCC-redacteur"
    KCC = "kcc", "KCC-medewerker"
    LEZER = "lezer", "Lezer aan de balie"
    BEHEERDER = "beheerder", "Beheerder"


class Antwoordkanaal(Keuze):
    """Along which way somebody asks: what one municipality may answer for another differs by it."""

    TELEFOON = "telefoon", "Telefoon"
    BALIE = "balie", "Balie"


class Feitenoordeel(Keuze):
    """What somebody outside says of a text that was put before them."""

    KLOPT = "klopt", "Klopt"
    OPMERKING = "opmerking", "Opmerking"


class Berichtfout(Keuze):
    """Why a mail did not go out, until now."""

    ONBEREIKBAAR = "onbereikbaar", "Er is geen verbinding met de mailserver"
    GEWEIGERD = "geweigerd", "De mailserver neemt het bericht niet aan"
    GEEN_ADRES = "geen_adres", "Er is geen redacteur met een e-mailadres"
    NIET_GEMAAKT = "niet_gemaakt", "Het bericht kon niet gemaakt worden"


class Berichtsoort(Keuze):
    """What somebody can ask to be mailed about."""

    TE_HERZIEN = "te_herzien", "De regio verandert een tekst waarvan uw gemeente afwijkt"
    GEWIJZIGD = "gewijzigd", "De regio verandert een tekst die zo op uw website staat"
    VOORSTEL = "voorstel", "Een gemeente doet een voorstel aan de regio"
    BESLIST = "beslist", "De regio beslist over een voorstel van uw gemeente"
    FEITENCHECK = "feitencheck", "Iemand antwoordt op een feitencheck van u"
    INGEDIEND = "ingediend", "Iemand dient een tekst in die u mag publiceren"
    NAGEKEKEN = "nagekeken", "Een tekst die u indiende, is goedgekeurd of teruggestuurd"


class Berichtmoment(Keuze):
    """When those mails go; no choice is no mail."""

    DIRECT = "direct", "Meteen"
    DAG = "dag", "Elke werkdag om 7.00 uur, in één mail"
    WEEK = "week", "Elke maandag om 7.00 uur, in één mail"


class Voorstelstand(Keuze):
    """What became of a text that a municipality offered to the region."""

    OPEN = "open", "Wacht op de regio"
    OVERGENOMEN = "overgenomen", "Overgenomen"
    AANGEPAST = "aangepast", "Overgenomen, met wijzigingen"
    AFGEWEZEN = "afgewezen", "Niet overgenomen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"
