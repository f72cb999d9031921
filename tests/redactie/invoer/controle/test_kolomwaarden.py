"""Values of a table that the CMS would refuse."""

import pytest

from tests.redactie.invoer.hulp import Regiomap

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("pad", "oud", "nieuw", "melding"),
    [
        ("gemeenten.csv", "gm0505", "gm505", "code: Een gemeentecode is gm met vier cijfers, zoals gm0505."),
        ("gemeenten.csv", "gm0610", "gm0505", "De code “gm0505” is van twee gemeenten."),
        (
            "gemeenten.csv",
            "sliedrecht.localhost",
            "dordt.localhost",
            "De hostnaam “dordt.localhost” is van twee gemeenten.",
        ),
        (
            "gemeenten.csv",
            "sliedrecht.localhost",
            "https://x.nl",
            "hostnamen: Een hostnaam heeft alleen kleine letters",
        ),
        (
            "contactpunten.csv",
            "burgerzaken@drechtsteden.example",
            "burgerzaken",
            "e_mail: Voer een geldig e-mailadres in.",
        ),
        ("contactpunten.csv", "Burgerzaken Sliedrecht", "B" * 161, "naam: "),
        (
            "gegevens.csv",
            "5 werkdagen",
            "vijf dagen",
            "waarde: Geef een termijn als getal en eenheid, zoals 5 werkdagen.",
        ),
        (
            "gegevens.csv",
            "https://afspraak.dordrecht",
            "http://afspraak.dordrecht",
            "waarde: Geef een internetadres dat met https://",
        ),
        ("tarieven.csv", "Toeslag voor spoed", "T" * 201, "omschrijving: "),
    ],
)
def test_een_waarde_die_niet_past_noemt_de_regel(
    regio: Regiomap, pad: str, oud: str, nieuw: str, melding: str
) -> None:
    regio.vervang(pad, oud, nieuw)
    (fout,) = regio.fouten()
    regel = regio.regel_van(pad, nieuw) if "twee" not in melding else 4
    assert fout.startswith(f"{pad}:{regel}: {melding}")
