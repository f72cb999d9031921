"""After an urgent change is past its date: a proposal per deviating municipality, decided by a person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from redactie import spoedvoorstellen
from redactie.cms.spoedvoorstel import wachtzinnen
from redactie.herzien import beslis
from redactie.keuzes import AfwijkingWijze, Besluit, Klasse, Rol
from redactie.models import Afwijking, Gemeente, LogRegel, LokaleVersie, Product, Spoedvoorstel
from redactie.spoedvoorstellen import (
    VOORGESTELD,
    beslis_voorstel,
    draai_voorstel_terug,
    maak_spoedvoorstellen,
    openstaand,
)
from redactie.veld import Veld
from tests import factories as f
from tests.redactie.cms.hulp import adres, als

pytestmark = pytest.mark.django_db
WAS = "U kunt uw paspoort na 5 werkdagen ophalen."
REGIO = "U kunt uw paspoort na 3 werkdagen ophalen."
EIGEN = "U kunt uw paspoort na 5 werkdagen thuis laten bezorgen."
SAMEN = "U kunt uw paspoort na 3 werkdagen thuis laten bezorgen."


@pytest.fixture
def sliedrecht() -> Gemeente:
    return f.GemeenteFactory(slug="sliedrecht")


@pytest.fixture
def product() -> Product:
    return f.ProductFactory(gepubliceerd=True, titel="Paspoort", termijn=WAS)


@pytest.fixture
def versie(product: Product, sliedrecht: Gemeente) -> LokaleVersie:
    return maak_versie(product, sliedrecht, EIGEN)


def maak_versie(product: Product, gemeente: Gemeente, tekst: Any) -> LokaleVersie:
    return f.LokaleVersieFactory(
        product=product, gemeente=gemeente, gepubliceerd=True, wijkt_af={"termijn": tekst}
    )


def met_spoed(product: Product, tekst: str = REGIO, dagen: int = 0, klasse: Klasse = Klasse.SPOED) -> None:
    """The region changes it; `dagen` from today is the day before which municipalities look."""
    product = Product.objects.get(pk=product.pk)
    product.termijn, product.klasse, product.toelichting = tekst, klasse, "Nieuwe leverancier."
    product.nakijken_voor = timezone.localdate() + timedelta(days=dagen) if klasse is Klasse.SPOED else None
    f.publiceer(product)


def maak() -> int:
    return maak_spoedvoorstellen(timezone.now())


def live(versie: LokaleVersie) -> str:
    rij = Afwijking.objects.filter(versie=versie, veld="termijn").first()
    return rij.tekst if rij is not None else ""


class TestMaken:
    def test_beide_wijzigingen_samen_en_niets_verandert_vanzelf(self, product, versie) -> None:
        met_spoed(product)
        assert maak() == 1
        voorstel = Spoedvoorstel.objects.get()
        assert (voorstel.besluit, voorstel.tekst, voorstel.eigen) == ("combineren", SAMEN, EIGEN)
        assert live(versie) == EIGEN
        regel = LogRegel.objects.get(action=VOORGESTELD)
        assert (regel.van, regel.user) == (("sliedrecht",), None)

    def test_waar_beide_hetzelfde_veranderden_volgt_het_voorstel_de_regio(self, product, sliedrecht) -> None:
        maak_versie(product, sliedrecht, "U kunt uw paspoort na 10 werkdagen ophalen.")
        met_spoed(product)
        maak()
        voorstel = Spoedvoorstel.objects.get()
        assert (voorstel.besluit, voorstel.tekst) == ("volgen", REGIO)

    def test_een_verborgen_veld_wordt_voorgesteld_te_volgen(self, product, sliedrecht) -> None:
        maak_versie(product, sliedrecht, (AfwijkingWijze.VERBERGEN, ""))
        met_spoed(product)
        maak()
        assert Spoedvoorstel.objects.get().besluit == Besluit.VOLGEN

    def test_naast_een_toevoeging_staat_de_nieuwe_tekst_al(self, product, sliedrecht) -> None:
        maak_versie(product, sliedrecht, (AfwijkingWijze.ERNA, "Bel eerst."))
        met_spoed(product)
        assert maak() == 0

    @pytest.mark.parametrize(
        ("dagen", "klasse"), [(1, Klasse.SPOED), (0, Klasse.INHOUDELIJK), (0, Klasse.COSMETISCH)]
    )
    def test_niet_voor_de_datum_en_niet_zonder_spoed(self, product, versie, dagen, klasse) -> None:
        met_spoed(product, dagen=dagen, klasse=klasse)
        assert maak() == 0

    def test_wie_al_besliste_krijgt_niets(self, product, versie) -> None:
        met_spoed(product)
        beslis(versie=versie, veld=Veld.TERMIJN, besluit=Besluit.HOUDEN, reden="Blijft.")
        assert maak() == 0

    def test_nog_een_keer_maken_maakt_niets_dubbel_en_haalt_een_besluit_niet_terug(
        self, product, versie
    ) -> None:
        met_spoed(product)
        assert (maak(), maak()) == (1, 0)
        beslis_voorstel(voorstel=Spoedvoorstel.objects.get(), overnemen=True)
        assert maak() == 0
        assert Spoedvoorstel.objects.get().besloten == Besluit.COMBINEREN

    def test_na_een_afbreking_halverwege_komt_de_rest_de_volgende_keer(
        self, product, versie, monkeypatch
    ) -> None:
        maak_versie(product, f.GemeenteFactory(slug="dordrecht"), EIGEN)
        met_spoed(product)
        echt, gezien = spoedvoorstellen._stel_voor, []

        def breek_af(*args: Any) -> bool:
            if gezien:
                raise IntegrityError("weg")
            gezien.append(1)
            return echt(*args)

        monkeypatch.setattr(spoedvoorstellen, "_stel_voor", breek_af)
        with pytest.raises(IntegrityError):
            maak()
        monkeypatch.undo()
        assert maak() == 1
        assert Spoedvoorstel.objects.count() == 2

    def test_een_eigen_tekst_die_intussen_veranderde_krijgt_een_nieuw_voorstel(self, product, versie) -> None:
        met_spoed(product)
        maak()
        rij = Afwijking.objects.get(versie=versie)
        rij.tekst = f"{EIGEN} Gratis."
        rij.save()
        oud = Spoedvoorstel.objects.get()
        assert openstaand(LokaleVersie.objects.all()) == []
        with pytest.raises(ValidationError, match="geldt niet meer"):
            beslis_voorstel(voorstel=oud, overnemen=True)
        maak()
        assert Spoedvoorstel.objects.get().tekst == f"{SAMEN} Gratis."
        assert openstaand(LokaleVersie.objects.all()) == [oud]

    def test_wie_het_zelf_herzag_of_de_regio_die_weer_veranderde_sluit_het(self, product, versie) -> None:
        met_spoed(product)
        maak()
        met_spoed(product, "U kunt uw paspoort na 2 werkdagen ophalen.")
        assert openstaand(LokaleVersie.objects.all()) == []
        maak()
        assert len(openstaand(LokaleVersie.objects.all())) == 1
        beslis(versie=versie, veld=Veld.TERMIJN, besluit=Besluit.VOLGEN)
        assert openstaand(LokaleVersie.objects.all()) == []

    def test_een_vast_aantal_vragen(self, product, versie, django_assert_max_num_queries) -> None:
        met_spoed(product)
        maak()
        for slug in ("dordrecht", "zwijndrecht"):
            maak_versie(product, f.GemeenteFactory(slug=slug), EIGEN)
        with django_assert_max_num_queries(6):
            spoedvoorstellen._voorbij_hun_datum(timezone.now())


class TestBeslissen:
    @pytest.fixture
    def voorstel(self, product: Product, versie: LokaleVersie) -> Spoedvoorstel:
        met_spoed(product)
        maak()
        return Spoedvoorstel.objects.get()

    @pytest.fixture
    def publicist(self, sliedrecht: Gemeente) -> Client:
        return als(Rol.PUBLICIST, sliedrecht)

    def pad(self, voorstel: Spoedvoorstel) -> str:
        return adres(voorstel.versie, "spoedvoorstel", voorstel.pk)

    @pytest.mark.parametrize("twee_paar_ogen", [False, True])
    def test_de_publicist_ziet_het_voorbeeld_neemt_het_over_en_draait_het_terug(
        self, publicist, sliedrecht, versie, voorstel, twee_paar_ogen
    ) -> None:
        sliedrecht.twee_paar_ogen = twee_paar_ogen
        sliedrecht.save()
        assert [zin["tekst"] for zin in wachtzinnen(publicist.gebruiker)] == [
            "Na een spoedwijziging ligt 1 voorstel klaar."
        ]
        scherm = publicist.get(self.pad(voorstel)).content.decode()
        assert f"<p>{EIGEN}</p>" in scherm
        assert f"<p>{SAMEN}</p>" in scherm
        assert live(versie) == EIGEN
        assert publicist.post(self.pad(voorstel), {"keuze": "neem"}).status_code == 302
        assert live(versie) == SAMEN
        lijst = publicist.get(adres(LokaleVersie, "spoedvoorstellen")).content.decode()
        assert f'action="{self.pad(voorstel)}"' in lijst
        publicist.post(self.pad(voorstel), {"keuze": "terug"})
        assert live(versie) == EIGEN
        assert len(openstaand(LokaleVersie.objects.all())) == 1
        wie = [regel.user for regel in LogRegel.objects.for_instance(versie).filter(user__isnull=False)]
        assert publicist.gebruiker in wie

    def test_houden_vraagt_een_reden(self, publicist, versie, voorstel) -> None:
        antwoord = publicist.post(self.pad(voorstel), {"keuze": "houd"})
        assert "Schrijf op waarom uw eigen tekst blijft" in antwoord.content.decode()
        publicist.post(self.pad(voorstel), {"keuze": "houd", "reden": "Wij bezorgen."})
        assert (live(versie), Spoedvoorstel.objects.get().besloten) == (EIGEN, "houden")

    def test_volgen_haalt_de_eigen_tekst_weg_en_terugdraaien_zet_hem_terug(self, product, sliedrecht) -> None:
        versie = maak_versie(product, sliedrecht, "U kunt uw paspoort na 10 werkdagen ophalen.")
        met_spoed(product)
        maak()
        voorstel = beslis_voorstel(voorstel=Spoedvoorstel.objects.get(), overnemen=True)
        assert live(versie) == ""
        draai_voorstel_terug(voorstel=voorstel)
        assert live(versie) == "U kunt uw paspoort na 10 werkdagen ophalen."

    def test_een_redacteur_beslist_niet(self, sliedrecht, versie, voorstel) -> None:
        redacteur = als(Rol.REDACTEUR, sliedrecht)
        assert redacteur.get(self.pad(voorstel)).status_code == 404
        assert redacteur.post(self.pad(voorstel), {"keuze": "neem"}).status_code == 404
        with pytest.raises(PermissionDenied):
            beslis_voorstel(voorstel=voorstel, overnemen=True, door=redacteur.gebruiker)
        assert live(versie) == EIGEN

    def test_het_centrum_alleen_waar_dat_is_afgesproken(self, sliedrecht, versie, voorstel) -> None:
        centraal = als(Rol.CENTRAAL)
        assert wachtzinnen(centraal.gebruiker) == []
        assert centraal.post(self.pad(voorstel), {"keuze": "neem"}).status_code == 404
        sliedrecht.centrum_beslist = True
        sliedrecht.save()
        assert len(wachtzinnen(centraal.gebruiker)) == 1
        assert centraal.post(self.pad(voorstel), {"keuze": "neem"}).status_code == 302
        assert live(versie) == SAMEN
        centraal.post(self.pad(voorstel), {"keuze": "terug"})
        assert live(versie) == EIGEN

    def test_een_concept_van_een_collega_blijft_en_krijgt_het_ook(self, publicist, versie, voorstel) -> None:
        collega = f.GebruikerFactory(rol=Rol.REDACTEUR, gemeente=versie.gemeente)
        concept = LokaleVersie.objects.get(pk=versie.pk)
        concept.toelichting = "Half af."
        concept.save_revision(user=collega)
        publicist.post(self.pad(voorstel), {"keuze": "neem"})
        assert live(versie) == SAMEN
        nu = LokaleVersie.objects.get(pk=versie.pk)
        assert (nu.latest_revision.user, nu.has_unpublished_changes) == (collega, True)
        assert nu.get_latest_revision_as_object().toelichting == "Half af."

    def test_twee_die_tegelijk_beslissen(self, publicist, voorstel) -> None:
        beslis_voorstel(voorstel=voorstel, overnemen=True)
        antwoord = publicist.post(self.pad(voorstel), {"keuze": "houd", "reden": "x"})
        assert "al besloten" in antwoord.content.decode()
