"""Mijn gemeente: what waits, in sentences, and the products as they stand here; only of one's own municipality."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from redactie.cms.herzienrij import eigen_versies, vragen_bij
from redactie.cms.wachtzinnen import _tarieven, wachtzinnen
from redactie.keuzes import Aanbod, Aangeboden, Klasse, Rol, TariefStatus
from redactie.models import LokaleVersie, Product
from tests import factories as f
from tests.redactie.cms.hulp import adres, als
from tests.redactie.cms.test_lijsten import vragen
from tests.redactie.cms.test_lokaal import verander_regio

pytestmark = pytest.mark.django_db
BUDGET = 25
START = "/redactie/"


def pagina(client, **zoek: str) -> str:
    antwoord = client.get(START, zoek)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def met_vraag(gemeente, titel: str) -> LokaleVersie:
    product = f.ProductFactory(gepubliceerd=True, titel=titel, kosten="U betaalt met pin.")
    versie = f.LokaleVersieFactory(
        product=product, gemeente=gemeente, gepubliceerd=True, wijkt_af={"kosten": "Contant."}
    )
    verander_regio(versie)
    return versie


def zinnen(client) -> list[str]:
    versies = eigen_versies(client.gebruiker)
    return [zin.tekst for zin in wachtzinnen(client.gebruiker, versies, vragen_bij(versies))]


def test_een_vraag_van_de_regio_met_een_knop_erheen(sliedrecht) -> None:
    versie, lokaal = met_vraag(sliedrecht, "Hond"), als(Rol.PUBLICIST, sliedrecht)
    met_vraag(f.GemeenteFactory(slug="dordrecht"), "Van een ander")
    assert zinnen(lokaal) == ["Bij 1 eigen tekst is de tekst van de regio veranderd."]
    scherm = pagina(lokaal)
    assert adres(versie, "herzien", "kosten") in scherm
    assert "Herzien, één voor één" in scherm


def test_spoed_staat_vooraan(sliedrecht) -> None:
    met_vraag(sliedrecht, "Gewoon")
    dringend = met_vraag(sliedrecht, "Dringend")
    product = Product.objects.get(pk=dringend.product_id)
    product.kosten, product.klasse, product.toelichting = "Nu anders.", Klasse.SPOED, "Wet."
    product.nakijken_voor = timezone.localdate() + timedelta(days=3)
    f.publiceer(product)
    assert zinnen(als(Rol.PUBLICIST, sliedrecht))[:2] == [
        "Bij 1 eigen tekst is de tekst van de regio met spoed veranderd.",
        "Bij 1 eigen tekst is de tekst van de regio veranderd.",
    ]


@pytest.mark.parametrize(
    ("vandaag", "verwacht"),
    [
        (date(2026, 11, 22), ["Voor 1 tarief ontbreekt 2027.", "1 tarief voor 2027 is nog concept."]),
        (date(2026, 5, 1), []),
        (
            date(2027, 1, 1),
            ["Van 1 tarief is het bedrag afgelopen."],
        ),
    ],
)
def test_tarieven_die_ontbreken_of_concept_zijn(sliedrecht, vandaag, verwacht) -> None:
    dit_jaar = {"gemeente": sliedrecht, "geldig_van": date(2026, 1, 1), "geldig_tot": date(2026, 12, 31)}
    f.TariefFactory(sleutel="mist", **dit_jaar)
    f.TariefFactory(sleutel="klaar", **dit_jaar)
    f.TariefFactory(
        sleutel="klaar", gemeente=sliedrecht, geldig_van=date(2027, 1, 1), status=TariefStatus.CONCEPT
    )
    f.TariefFactory(sleutel="van-de-regio", geldig_tot=date(2026, 12, 31))
    lokaal = als(Rol.REDACTEUR, sliedrecht)
    assert [zin.tekst for zin in _tarieven(lokaal.gebruiker, vandaag)] == verwacht


def test_een_eigen_tekst_die_afloopt(sliedrecht) -> None:
    versie = f.LokaleVersieFactory(gemeente=sliedrecht)
    f.AfwijkingFactory(versie=versie, tot=timezone.localdate() + timedelta(days=5))
    assert "1 eigen tekst loopt binnen een maand af." in zinnen(als(Rol.REDACTEUR, sliedrecht))


def test_de_producten_met_hun_stand_en_filters_in_het_adres(sliedrecht) -> None:
    f.ProductFactory(gepubliceerd=True, titel="Volgt gewoon")
    f.LokaleVersieFactory(
        product=f.ProductFactory(gepubliceerd=True, titel="Zelf geschreven"),
        gemeente=sliedrecht,
        gepubliceerd=True,
        wijkt_af={"kosten": "x"},
    )
    f.LokaleVersieFactory(
        product=f.ProductFactory(gepubliceerd=True, titel="Doen wij niet"),
        gemeente=sliedrecht,
        gepubliceerd=True,
        aangeboden=Aangeboden.NEE,
        toelichting="Ga naar Dordrecht.",
    )
    f.LokaleVersieFactory(product=f.ProductFactory(gepubliceerd=True, titel="Nog bezig"), gemeente=sliedrecht)
    lokaal = als(Rol.REDACTEUR, sliedrecht)
    titels = ("Volgt gewoon", "Zelf geschreven", "Doen wij niet", "Nog bezig")

    def getoond(**zoek: str) -> list[str]:
        scherm = pagina(lokaal, **zoek)
        return [titel for titel in titels if f">{titel}</a>" in scherm]

    assert getoond() == list(titels)
    assert getoond(stand="lokaal") == ["Zelf geschreven"]
    assert getoond(stand="niet") == ["Doen wij niet"]
    assert getoond(stand="concept") == ["Nog bezig"]
    assert getoond(stand="regionaal") == ["Volgt gewoon", "Nog bezig"]
    assert getoond(q="zelf") == ["Zelf geschreven"]
    assert getoond(q="zelf", stand="niet") == []
    assert "Maak lokaal" in pagina(lokaal)


def test_bladeren_houdt_de_filters(sliedrecht) -> None:
    for nummer in range(21):
        f.ProductFactory(gepubliceerd=True, titel=f"Hond {nummer:02}")
    scherm = pagina(als(Rol.REDACTEUR, sliedrecht), q="hond")
    assert "?q=hond&amp;p=2#antwoord-producten" in scherm
    assert "Hond 20" in pagina(als(Rol.REDACTEUR, sliedrecht), q="hond", p="2")


def test_wie_voor_de_regio_werkt_heeft_geen_gemeente_op_de_startpagina() -> None:
    f.ProductFactory(gepubliceerd=True)
    assert "antwoord-producten" not in pagina(als(Rol.CENTRAAL))


def test_een_product_na_keuze_vraagt_elke_gemeente_tot_zij_antwoordt(sliedrecht) -> None:
    product = f.ProductFactory(gepubliceerd=True, titel="Hondenbelasting", aanbod=Aanbod.NA_KEUZE)
    f.ProductFactory(gepubliceerd=True, titel="Paspoort")
    f.LokaleVersieFactory(
        product=product,
        gemeente=f.GemeenteFactory(slug="dordrecht"),
        gepubliceerd=True,
        aangeboden=Aangeboden.JA,
    )
    client, vraag = als(Rol.PUBLICIST, sliedrecht), "Bij 1 product is de vraag: bieden wij dit aan?"
    assert any(zin.startswith(vraag) and "Gevraagd sinds" in zin for zin in zinnen(client))
    tekst = pagina(client, stand="vraag")
    assert "Hondenbelasting" in tekst
    assert ">Paspoort<" not in tekst
    knop = re.search(r'href="([^"]+)">Geef antwoord<span class="w-sr-only">: Hondenbelasting', tekst)[1]
    assert knop == f"{adres(LokaleVersie, 'add')}?product={product.pk}#tab-aanbod"
    versie = f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, aangeboden=Aangeboden.ONBEKEND
    )
    assert any(zin.startswith(vraag) for zin in zinnen(client)), (
        "a local version that says nothing is no answer"
    )
    versie.aangeboden = Aangeboden.NEE
    versie.save_revision().publish()
    assert not any(zin.startswith(vraag) for zin in zinnen(client))
    assert "Hondenbelasting" not in pagina(client, stand="vraag").partition("antwoord-producten")[2]


def test_een_antwoord_waarvan_de_tijd_voorbij_is_wordt_weer_een_vraag(sliedrecht) -> None:
    product = f.ProductFactory(gepubliceerd=True, aanbod=Aanbod.NA_KEUZE)
    f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, aangeboden=Aangeboden.JA, tot="2020-01-01"
    )
    client = als(Rol.REDACTEUR, sliedrecht)
    assert any("bieden wij dit aan?" in zin for zin in zinnen(client))
    assert "bieden wij dit aan? gevraagd op" in pagina(client, stand="vraag")


def test_eigen_teksten_die_weg_kunnen_en_de_knop_leidt_naar_de_lijst(sliedrecht) -> None:
    """As many as the list shows: equal to the region, past; not one that somebody judges or that is young."""
    for titel, tekst in (("Gelijk", "Met  pin."), ("Eigen", "Met een tikkie.")):
        product = f.ProductFactory(gepubliceerd=True, titel=titel, kosten="Met pin.")
        f.LokaleVersieFactory(
            product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": tekst}
        )
    client = als(Rol.REDACTEUR, sliedrecht)
    assert "1 eigen tekst kan misschien weg: gelijk aan de regio, voorbij of nooit bekeken." in zinnen(client)
    lijst = adres(LokaleVersie, "opruimen")
    assert f'href="{lijst}"' in pagina(client)
    assert client.get(lijst).context["valt_op"] == 1
    assert not [zin for zin in zinnen(als(Rol.CENTRAAL)) if "misschien weg" in zin]


@pytest.mark.parametrize("rol", [Rol.PUBLICIST, Rol.CENTRAAL])
def test_een_vast_aantal_vragen(sliedrecht, rol) -> None:
    client = als(rol, sliedrecht if rol is Rol.PUBLICIST else None)
    met_vraag(sliedrecht, "Een")
    pagina(client)
    een = vragen(client, START)
    for nummer in range(6):
        met_vraag(sliedrecht, f"Nog {nummer}")
        f.TariefFactory(gemeente=sliedrecht)
    meer = vragen(client, START)
    assert len(meer) <= len(een) <= BUDGET, "\n".join(meer)


def test_het_adres_van_de_startpagina() -> None:
    assert reverse("wagtailadmin_home") == START
