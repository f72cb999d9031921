"""The screens of synonyms: with who and why, warned of while typing, in and out as a file."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail import hooks

from redactie.keuzes import Richting, Rol
from redactie.models import LogRegel, Synoniem
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier, fouten

pytestmark = pytest.mark.django_db


@pytest.fixture
def redacteur() -> Any:
    return als(Rol.KCC_REDACTEUR)


def lees_in(client: Any, tekst: str) -> Any:
    bestand = SimpleUploadedFile("x.csv", tekst.encode(), content_type="text/csv")
    return client.post(adres(Synoniem, "inlezen"), {"bestand": bestand})


def berichten(antwoord: Any) -> str:
    return " ".join(str(bericht) for bericht in get_messages(antwoord.wsgi_request))


def test_een_synoniem_heeft_een_reden_nodig(redacteur) -> None:
    antwoord = redacteur.post(adres(Synoniem, "add"), {"woorden": "pas, paspoort", "richting": "beide"})
    assert list(fouten(antwoord)) == ["reden"]


def test_het_logboek_en_de_lijst_zeggen_wie_en_waarom(redacteur) -> None:
    redacteur.post(
        adres(Synoniem, "add"),
        {"woorden": "pas, paspoort", "richting": "heen", "reden": "Zo noemen bellers het."},
    )
    synoniem = Synoniem.objects.get()
    regel = LogRegel.objects.for_instance(synoniem).get()
    assert (regel.user, regel.comment) == (redacteur.gebruiker, "pas → paspoort. Zo noemen bellers het.")
    lijst = redacteur.get(adres(Synoniem, "list")).content.decode()
    assert "Zo noemen bellers het." in lijst
    assert (redacteur.gebruiker.get_full_name() or redacteur.gebruiker.username) in lijst
    assert "Zo noemen bellers het." in redacteur.get(adres(synoniem, "history")).content.decode()


def test_onzin_wordt_niet_opgeslagen(redacteur) -> None:
    gegevens = {"woorden": "pas, Pas", "richting": "beide", "reden": "Zomaar"}
    assert list(fouten(redacteur.post(adres(Synoniem, "add"), gegevens))) == ["woorden"]
    assert not Synoniem.objects.exists()


def test_een_botsing_houdt_niets_tegen_en_wordt_gezegd(redacteur) -> None:
    gegevens = {"woorden": "de, paspoort", "richting": "beide", "reden": "Zomaar"}
    antwoord = redacteur.post(adres(Synoniem, "add"), gegevens)
    assert antwoord.status_code == 302
    assert "“de” staat in bijna elke vraag" in berichten(antwoord)
    assert Synoniem.objects.get().woorden == ["de", "paspoort"]


def test_tijdens_het_typen_komen_dezelfde_zinnen(redacteur) -> None:
    vraag = {"woorden": "de, paspoort", "richting": "beide", "gemeente": "", "eigen": ""}
    zinnen = redacteur.get(adres(Synoniem, "botsingen"), vraag).json()["zinnen"]
    assert zinnen == ["“de” staat in bijna elke vraag en wordt overgeslagen. Dit synoniem werkt dan niet."]
    assert redacteur.get(adres(Synoniem, "botsingen"), vraag | {"woorden": "de"}).json() == {"zinnen": []}
    assert "data-botsingen" in redacteur.get(adres(Synoniem, "add")).content.decode()


@pytest.mark.parametrize("fout", [{"richting": "x"}, {"gemeente": "x"}, {"gemeente": "999"}, {"eigen": "-"}])
def test_vreemde_invoer_geeft_geen_fout(redacteur, fout) -> None:
    vraag = {"woorden": "de, paspoort", "richting": "beide", "gemeente": "", "eigen": ""} | fout
    assert redacteur.get(adres(Synoniem, "botsingen"), vraag).status_code == 200


def test_botsingen_van_een_andere_gemeente_blijven_daar() -> None:
    sliedrecht, dordrecht = f.GemeenteFactory(slug="sliedrecht"), f.GemeenteFactory(slug="dordrecht")
    f.SynoniemFactory(gemeente=sliedrecht, woorden=["baggerpas", "pas"])
    vraag = {"woorden": "baggerpas, pas", "richting": "beide", "gemeente": sliedrecht.pk}
    eigen, ander = als(Rol.KCC_REDACTEUR, sliedrecht), als(Rol.KCC_REDACTEUR, dordrecht)
    assert "ander synoniem" in eigen.get(adres(Synoniem, "botsingen"), vraag).json()["zinnen"][0]
    assert ander.get(adres(Synoniem, "botsingen"), vraag).json() == {"zinnen": []}


def test_wie_wijzigt_botst_niet_met_zichzelf(redacteur) -> None:
    synoniem = f.SynoniemFactory(woorden=["legitimatie", "pas"])
    vraag = {"woorden": "legitimatie, pas", "richting": "beide", "gemeente": "", "eigen": synoniem.pk}
    assert redacteur.get(adres(Synoniem, "botsingen"), vraag).json() == {"zinnen": []}


def test_de_haak_krijgt_de_gemeente_en_het_eigen_nummer(redacteur) -> None:
    gezien = []
    synoniem = f.SynoniemFactory(gemeente=f.GemeenteFactory(slug="sliedrecht"), woorden=["een", "twee"])
    with hooks.register_temporarily(
        "antwoord_botsingen", lambda bron, zonder: gezien.append((bron, zonder)) or []
    ):
        pad = adres(synoniem)
        redacteur.post(pad, formulier(redacteur, pad) | {"reden": "Daarom"})
    (bron, zonder) = gezien[-1]
    assert (bron.gemeente, bron.woorden, zonder) == ("sliedrecht", ("een", "twee"), synoniem.pk)


def test_het_adres_kan_de_velden_invullen(redacteur) -> None:
    pad = f"{adres(Synoniem, 'add')}?woorden=huurtoeslag%2Ctoeslag&richting=heen&reden=Vaak+gevraagd"
    ingevuld = formulier(redacteur, pad)
    assert ingevuld["woorden"] == ["huurtoeslag, toeslag"]
    assert (ingevuld["richting"], ingevuld["reden"]) == (["heen"], ["Vaak gevraagd"])


def test_uitvoeren_en_inlezen_laat_alles_gelijk(redacteur) -> None:
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    f.SynoniemFactory(woorden=['"kliko"', "container"], richting="heen", reden='Merk; zegt iedereen, "echt"')
    f.SynoniemFactory(gemeente=sliedrecht, woorden=["bagger", "slib", "été"], reden="")
    uit = redacteur.get(adres(Synoniem, "uitvoer"))
    assert uit["Content-Type"].startswith("text/csv")
    voor = list(Synoniem.objects.values_list("gemeente", "woorden", "richting", "reden"))
    antwoord = redacteur.post(
        adres(Synoniem, "inlezen"), {"bestand": SimpleUploadedFile("s.csv", uit.content)}
    )
    assert berichten(antwoord).startswith("Ingelezen: 0 nieuw, 0 gewijzigd, 2 stonden er al zo.")
    Synoniem.objects.all().delete()
    redacteur.post(adres(Synoniem, "inlezen"), {"bestand": SimpleUploadedFile("s.csv", uit.content)})
    assert list(Synoniem.objects.values_list("gemeente", "woorden", "richting", "reden")) == voor


def test_inlezen_wijzigt_bij_en_gooit_niets_weg(redacteur) -> None:
    blijft = f.SynoniemFactory(woorden=["kliko", "container"], reden="Merknaam")
    wordt = f.SynoniemFactory(woorden=["pas", "paspoort"], reden="Kort", richting="beide")
    lees_in(redacteur, "woorden,richting\npas;paspoort,heen\nrijbewijs;roze pasje,\n")
    wordt.refresh_from_db()
    assert (wordt.richting, wordt.reden) == (Richting.HEEN, "Kort")
    assert Synoniem.objects.filter(pk=blijft.pk).exists()
    nieuw = Synoniem.objects.exclude(pk__in=[blijft.pk, wordt.pk]).get()
    assert (nieuw.woorden, nieuw.richting) == (["rijbewijs", "roze pasje"], "beide")
    assert LogRegel.objects.for_instance(nieuw).get().user == redacteur.gebruiker


def test_een_fout_bestand_zegt_per_regel_wat_er_is_en_schrijft_niets(redacteur) -> None:
    antwoord = lees_in(
        redacteur,
        "gemeente,woorden,richting,reden\n"
        ",goed;ook goed,beide,\n"
        ",alleen,beide,\n"
        "utrecht,een;twee,beide,\n"
        ",drie;vier,terug,\n"
        ",vijf;?,beide,\n"
        ",goed;ook goed,heen,\n",
    )
    assert antwoord.status_code == 422
    gezien = [(fout.regel, fout.tekst) for fout in antwoord.context["fouten"]]
    assert gezien == [
        (3, "Geef twee of meer woorden, met een puntkomma ertussen."),
        (4, "De gemeente “utrecht” bestaat niet."),
        (5, "“terug” kan niet bij richting. Kies uit: beide, heen."),
        (6, "“?” is geen woord."),
        (7, "Dit staat er twee keer; de eerste keer op regel 2."),
    ]
    assert "Regel 4:" in antwoord.content.decode()
    assert not Synoniem.objects.exists()


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("gemeente;woorden\n;a b\n", "puntkomma's"),
        ("", "De eerste regel is leeg"),
        ("woord\nx\n", "De kolom “woorden” ontbreekt"),
        ("\xff\xfe", "bestaat niet"),
    ],
)
def test_een_verkeerd_soort_bestand(redacteur, tekst, melding) -> None:
    antwoord = lees_in(redacteur, tekst)
    assert antwoord.status_code == 422
    assert melding in " ".join(fout.tekst for fout in antwoord.context["fouten"])


def test_inlezen_voor_een_andere_gemeente_mag_niet() -> None:
    sliedrecht, dordrecht = f.GemeenteFactory(slug="sliedrecht"), f.GemeenteFactory(slug="dordrecht")
    f.SynoniemFactory(gemeente=dordrecht, woorden=["merwede", "rivier"])
    client = als(Rol.KCC_REDACTEUR, sliedrecht)
    tekst = "gemeente,woorden,richting\nsliedrecht,een;twee,\n,drie;vier,\ndordrecht,merwede;rivier,heen\n"
    antwoord = lees_in(client, tekst)
    assert [fout.regel for fout in antwoord.context["fouten"]] == [3, 4]
    assert list(Synoniem.objects.values_list("richting", flat=True)) == ["beide"]
    assert "merwede" not in client.get(adres(Synoniem, "uitvoer")).content.decode()


def test_wie_niets_mag_veranderen_kan_niet_inlezen() -> None:
    client = als(Rol.REDACTEUR, f.GemeenteFactory(slug="sliedrecht"))
    assert client.get(adres(Synoniem, "inlezen")).status_code == 404
    assert client.get(adres(Synoniem, "botsingen")).status_code == 404
    assert "Inlezen" not in client.get(adres(Synoniem, "list")).content.decode()
