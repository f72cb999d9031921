"""The list of flags in the CMS: who sees which, who answers, and the way to the field."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kennisbank.melden.lijst import PER_BLADZIJDE
from kennisbank.models import Melding, Meldtoestand
from redactie.bronnen import REGIO
from redactie.keuzes import Rol
from redactie.veld import Veld
from tests import factories as f
from tests.kennisbank.melden.conftest import GEMELD
from tests.kennisbank.uitgave import afwijking, bewaar_uitgaven, geef_uit
from tests.redactie.cms.hulp import als

pytestmark = pytest.mark.django_db
PAD = "/redactie/meldingen/"
GEHEIM = "kanariegeel"


def titels(client: Any, vraag: str = "") -> list[tuple[str, str]]:
    return [(regel.plek, regel.eigenaar) for regel in client.get(PAD + vraag).context["blad"]]


def test_ieder_ziet_wat_hij_moet_beantwoorden(maak: Any, van_de_regio: Melding, sliedrecht: Any) -> None:
    maak()
    assert titels(als(Rol.CENTRAAL)) == [("Termijn", "de regio")]
    assert titels(als(Rol.PUBLICIST, sliedrecht)) == [("Kosten", "Sliedrecht")]
    assert len(titels(als(Rol.KCC_REDACTEUR))) == 2


def test_wie_er_niets_mee_te_maken_heeft_ziet_niets(maak: Any) -> None:
    melding = maak(opmerking=f"{GEHEIM} klopt niet")
    for rol, gemeente in (
        (Rol.REDACTEUR, "dordrecht"),
        (Rol.PUBLICIST, "dordrecht"),
        (Rol.KCC_REDACTEUR, "dordrecht"),
        (Rol.CENTRAAL, None),
        (Rol.BEHEERDER, None),
        (Rol.KCC, None),
    ):
        client = als(rol, f.GemeenteFactory(slug=gemeente) if gemeente else None)
        for pad in (PAD, f"{PAD}?stand=alle", f"{PAD}{melding.pk}/"):
            assert GEHEIM not in client.get(pad).content.decode(), (rol, pad)
        client.post(f"{PAD}{melding.pk}/", {"toestand": "klopt", "antwoord": "x"})
    melding.refresh_from_db()
    assert melding.toestand == Meldtoestand.OPEN


def test_een_kcc_redacteur_kijkt_mee_en_antwoordt_niet(maak: Any) -> None:
    melding = maak(opmerking=GEHEIM)
    client = als(Rol.KCC_REDACTEUR)
    assert GEHEIM in client.get(f"{PAD}{melding.pk}/").content.decode()
    assert client.post(f"{PAD}{melding.pk}/", {"toestand": "klopt", "antwoord": "x"}).status_code == 404


def test_niemand_leest_wie_het_meldde(maak: Any, sliedrecht: Any) -> None:
    melding = maak(melder=f.GebruikerFactory(rol=Rol.KCC, username="geheime-kees", last_name="Zwijgzaam"))
    client = als(Rol.REDACTEUR, sliedrecht)
    for pad in (PAD, f"{PAD}{melding.pk}/"):
        html = client.get(pad).content.decode()
        assert "geheime-kees" not in html
        assert "Zwijgzaam" not in html


def test_een_antwoord_sluit_ook_de_andere_meldingen_over_dezelfde_tekst(maak: Any) -> None:
    eerste = maak(plek="termijn", eigenaar=REGIO)
    elders = maak(plek="termijn", eigenaar=REGIO, bereik="dordrecht")
    ander_veld = maak(plek="kosten", eigenaar=REGIO)
    client = als(Rol.CENTRAAL)
    assert client.get(f"{PAD}{eerste.pk}/").context["andere"] == 1
    antwoord = client.post(
        f"{PAD}{eerste.pk}/", {"toestand": "verbeterd", "antwoord": "Is nu 3 dagen.", "ook_de_andere": "on"}
    )
    assert antwoord.status_code == 302
    for melding in (eerste, elders, ander_veld):
        melding.refresh_from_db()
    assert [lid.toestand for lid in (eerste, elders, ander_veld)] == ["verbeterd", "verbeterd", "open"]
    assert elders.antwoord == "Is nu 3 dagen."


def test_wie_zegt_dat_het_klopt_legt_dat_uit(maak: Any, sliedrecht: Any) -> None:
    melding = maak()
    client = als(Rol.REDACTEUR, sliedrecht)
    html = client.post(f"{PAD}{melding.pk}/", {"toestand": "klopt", "antwoord": " "}).content.decode()
    assert "Leg uit waarom het klopt." in html
    assert "Kies of u het hebt verbeterd" in client.post(f"{PAD}{melding.pk}/", {}).content.decode()
    client.post(f"{PAD}{melding.pk}/", {"toestand": "klopt", "antwoord": "Bel Jan op 06-12345678."})
    melding.refresh_from_db()
    assert (melding.toestand, melding.antwoord) == ("klopt", "Bel Jan op [telefoon].")
    assert client.post(f"{PAD}{melding.pk}/", {"toestand": "verbeterd"}).status_code == 404


def test_het_scherm_toont_wat_de_medewerker_zag_en_dat_het_intussen_anders_is(
    maak: Any, sliedrecht: Any
) -> None:
    def zet(bedrag: str) -> int:
        rij = geef_uit(
            "sliedrecht",
            "rijbewijs-kwijt",
            "Rijbewijs kwijt",
            kosten="U betaalt € 51,10.",
            afwijkingen=[afwijking(Veld.KOSTEN, f"U betaalt {bedrag}.")],
        )
        bewaar_uitgaven()
        return rij.versie

    melding = maak(versie=zet("met pin"))
    client = als(Rol.REDACTEUR, sliedrecht)
    html = client.get(f"{PAD}{melding.pk}/").content.decode()
    assert "U betaalt met pin." in html
    assert "Er staat nu een andere tekst" not in html
    zet("contant")
    html = client.get(f"{PAD}{melding.pk}/").content.decode()
    assert "U betaalt met pin." in html
    assert "Er staat nu een andere tekst" in html


def test_filters_staan_in_het_adres(maak: Any) -> None:
    maak(uiterlijk_op=GEMELD + timedelta(hours=2))
    maak(plek="meenemen", bedrag=False, uiterlijk_op=GEMELD + timedelta(days=2))
    maak(plek="aanpak", bereik="dordrecht", eigenaar="dordrecht", toestand=Meldtoestand.KLOPT)
    client = als(Rol.KCC_REDACTEUR)
    with time_machine.travel(GEMELD + timedelta(hours=3), tick=False):
        assert [plek for plek, _ in titels(client)] == ["Kosten", "Meenemen"]
        assert [plek for plek, _ in titels(client, "?stand=te-laat")] == ["Kosten"]
        assert [plek for plek, _ in titels(client, "?stand=beantwoord")] == ["Hoe"]
        assert [plek for plek, _ in titels(client, "?stand=alle&gemeld-bij=dordrecht")] == ["Hoe"]
        assert [plek for plek, _ in titels(client, "?bedrag=ja")] == ["Kosten"]
        assert titels(client, "?voor=dordrecht") == []
        assert len(titels(client, "?stand=onzin")) == 2
        assert "te laat</span>" in client.get(PAD).content.decode()


def test_de_lijst_heeft_bladzijden_en_houdt_de_keuzes_vast(maak: Any) -> None:
    for nummer in range(PER_BLADZIJDE + 1):
        maak(opmerking=f"opmerking {nummer:03}", melder=None, uiterlijk_op=GEMELD + timedelta(hours=nummer))
    client = als(Rol.KCC_REDACTEUR)
    html = client.get(f"{PAD}?bedrag=ja&onzin=1").content.decode()
    assert "opmerking 000" in html
    assert f"opmerking {PER_BLADZIJDE:03}" not in html
    assert f"Bladzijde 1 van 2 ({PER_BLADZIJDE + 1} meldingen)" in html
    assert 'href="?bedrag=ja&amp;p=2"' in html
    tweede = client.get(f"{PAD}?bedrag=ja&p=2").content.decode()
    assert f"opmerking {PER_BLADZIJDE:03}" in tweede
    assert "opmerking 000" not in tweede
    assert 'href="?bedrag=ja&amp;p=1"' in tweede
    assert client.get(f"{PAD}?p=99").context["blad"].number == 2
    assert client.get(f"{PAD}?p=onzin").context["blad"].number == 1
    assert "Bladzijde" not in client.get(f"{PAD}?stand=beantwoord").content.decode()


def test_de_startpagina_zegt_wat_er_wacht_en_wat_te_laat_is(maak: Any, sliedrecht: Any) -> None:
    maak()
    maak(plek="meenemen", uiterlijk_op=GEMELD + timedelta(days=2))
    client = als(Rol.REDACTEUR, sliedrecht)
    with time_machine.travel(GEMELD + timedelta(hours=3), tick=False):
        html = client.get("/redactie/").content.decode()
    assert "1 melding van de balie is te laat." in html
    assert "1 melding van de balie is nog open." in html
    ander = als(Rol.REDACTEUR, f.GemeenteFactory(slug="dordrecht")).get("/redactie/").content.decode()
    assert "melding van de balie" not in ander


def test_de_lijst_kost_hoogstens_twaalf_vragen_aan_de_database(maak: Any, sliedrecht: Any) -> None:
    client = als(Rol.REDACTEUR, sliedrecht)
    maak()
    client.get(PAD)
    aantallen = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as gevraagd:
            client.get(PAD)
        aantallen.append(len(gevraagd))
        for nummer in range(20):
            maak(plek="kosten", opmerking=str(nummer), melder=None)
    assert aantallen[0] == aantallen[1] <= 12


def naar(client: Any, bereik: str, plek: str, vraag: str = "") -> Any:
    return client.get(reverse("antwoord_naar_veld", args=[bereik, "rijbewijs-kwijt", plek]) + vraag)


def test_de_link_gaat_recht_naar_het_veld(sliedrecht: Any) -> None:
    product = f.ProductFactory(sleutel="rijbewijs-kwijt", gepubliceerd=True)
    versie = f.LokaleVersieFactory(
        product=product,
        gemeente=sliedrecht,
        gepubliceerd=True,
        wijkt_af={"aanpak": "Bel ons.", "kosten": "Alleen pin."},
    )
    tarief = f.TariefFactory(gemeente=sliedrecht, sleutel="rijbewijs")
    lokaal, centraal = als(Rol.REDACTEUR, sliedrecht), als(Rol.CENTRAAL)
    assert naar(centraal, "regio", "termijn").url.endswith(f"/{product.pk}/#id_termijn")
    rijen = list(versie.get_latest_revision_as_object().afwijkingen.all())
    nummer = next(plek for plek, rij in enumerate(rijen) if rij.veld == "kosten")
    assert naar(lokaal, "sliedrecht", "kosten").url.endswith(f"/{versie.pk}/#id_afwijkingen-{nummer}-tekst")
    assert "tarie" in naar(lokaal, "sliedrecht", "termijn", "?feit=tarief:rijbewijs").url
    assert naar(lokaal, "sliedrecht", "termijn", "?feit=tarief:rijbewijs").url.endswith(f"/{tarief.pk}/")
    assert naar(lokaal, "sliedrecht", "geheel").url.endswith(f"/{versie.pk}/")


def test_de_link_is_er_alleen_voor_wie_daar_mag_wijzigen(sliedrecht: Any) -> None:
    f.LokaleVersieFactory(
        product=f.ProductFactory(sleutel="rijbewijs-kwijt", gepubliceerd=True),
        gemeente=sliedrecht,
        gepubliceerd=True,
    )
    ander = als(Rol.REDACTEUR, f.GemeenteFactory(slug="dordrecht"))
    assert naar(ander, "sliedrecht", "kosten").status_code == 404
    assert naar(ander, "regio", "kosten").status_code == 404
    assert naar(ander, "bestaat-niet", "kosten").status_code == 404


def test_zonder_lokale_versie_begint_er_een(sliedrecht: Any) -> None:
    product = f.ProductFactory(sleutel="rijbewijs-kwijt", gepubliceerd=True)
    assert naar(als(Rol.REDACTEUR, sliedrecht), "sliedrecht", "geheel").url.endswith(f"?product={product.pk}")


def test_een_verkeerd_nummer_leidt_naar_het_contactpunt(sliedrecht: Any) -> None:
    punt = f.ContactpuntFactory(gemeente=sliedrecht)
    product = f.ProductFactory(sleutel="rijbewijs-kwijt", gepubliceerd=True)
    f.LokaleVersieFactory(product=product, gemeente=sliedrecht, behandelaar=punt)
    lokaal = als(Rol.PUBLICIST, sliedrecht)
    assert naar(lokaal, "sliedrecht", "contactpunt").url.endswith(f"/{punt.pk}/")
