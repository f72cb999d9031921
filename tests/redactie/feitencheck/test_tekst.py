"""Which text somebody outside reads: the draft of whoever asked, the plan of that day, in the chosen municipality."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from redactie.feitencheck.tekst import checktekst
from redactie.keuzes import Rol
from redactie.models import Product
from redactie.periode import begin_van
from tests import factories as f

pytestmark = pytest.mark.django_db


def kosten(check, product=None) -> str | None:
    tekst = checktekst(check, product or check.producten.get(), timezone.now())
    veld = tekst.van("kosten") if tekst is not None else None
    return veld.tekst if veld is not None else None


def test_het_concept_van_wie_het_mag_veranderen() -> None:
    check = f.FeitencheckFactory()
    product = check.producten.get()
    product.kosten = "U betaalt straks vooraf."
    product.save_revision()
    assert kosten(check) == "U betaalt straks vooraf."


def test_wat_dan_gepland_is() -> None:
    over = timezone.localdate() + timedelta(days=30)
    product = f.ProductFactory(gepubliceerd=True)
    f.TekstversieFactory(
        product=product, veld="kosten", tekst="Vanaf dan gratis.", vanaf=begin_van(over), verwerkt=False
    )
    assert kosten(f.FeitencheckFactory(producten=[product])) == "U betaalt als u het paspoort aanvraagt."
    assert kosten(f.FeitencheckFactory(producten=[product], peildatum=over)) == "Vanaf dan gratis."


def test_de_tekst_van_de_gekozen_gemeente_met_haar_bedragen(sliedrecht) -> None:
    f.GegevenFactory(sleutel="plek", soort="tekst", waarde="Het stadhuis", gemeente=sliedrecht)
    product = f.ProductFactory(gepubliceerd=True)
    f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "{gegeven:plek} rekent."}
    )
    check = f.FeitencheckFactory(producten=[product], gemeente=sliedrecht)
    assert kosten(check) == "Het stadhuis rekent."
    assert kosten(f.FeitencheckFactory(producten=[product])) == "U betaalt als u het paspoort aanvraagt."


def test_een_lokale_redacteur_laat_zijn_eigen_concept_lezen_en_niet_dat_van_de_regio(sliedrecht) -> None:
    product = f.ProductFactory(gepubliceerd=True)
    product.termijn = "Concept van de regio."
    product.save_revision()
    versie = f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "Hier pint u."}
    )
    afwijking = versie.afwijkingen.get()
    afwijking.tekst = "Hier pint u straks."
    versie.afwijkingen = [afwijking]
    versie.save_revision()
    redacteur = f.GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht)
    van_redacteur = f.FeitencheckFactory(producten=[product], gemeente=sliedrecht, vrager=redacteur)
    assert kosten(van_redacteur) == "Hier pint u straks."
    tekst = checktekst(van_redacteur, Product.objects.get(), timezone.now())
    assert tekst is not None
    assert tekst.van("termijn").tekst == "Uw paspoort ligt na 5 werkdagen klaar."
    van_het_centrum = f.FeitencheckFactory(producten=[product], gemeente=sliedrecht)
    assert kosten(van_het_centrum) == "Hier pint u."


def test_wat_er_niet_komt_te_staan_is_er_niet(sliedrecht) -> None:
    product = f.ProductFactory(aanbod="na_keuze", gepubliceerd=True)
    check = f.FeitencheckFactory(producten=[product], gemeente=sliedrecht)
    assert checktekst(check, product, timezone.now()) is None
