"""What an administrator types of a target outside the house, for each kind: a new one, another secret, how it works.

A secret is never put back in the page, not even after a mistake elsewhere in the same form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms

from sync.geheimen import GeheimFout, keur_geheim
from sync.models import DoelSoort
from sync.wordpress.aanmelding import Aanmelding, AanmeldingFout
from sync.wordpress.pagina import EigenWijziging, Instelling

ADRES_UITLEG = {
    DoelSoort.HTTP: "Het adres waar /publicaties en /manifest achter komen, met https://.",
    DoelSoort.WORDPRESS: "Het adres van de website, met https://. Dus zonder /wp-admin erachter.",
}
WORDPRESS_STAART = re.compile(r"/(wp-admin|wp-json|wp-login\.php|index\.php)(/.*)?$")


def adres_van(soort: DoelSoort, getypt: str) -> str:
    """Of a WordPress the site itself, also when somebody copied the address of a screen of it."""
    if soort is DoelSoort.WORDPRESS:
        return WORDPRESS_STAART.sub("", getypt.strip()).rstrip("/")
    return getypt


class VerborgenVeld(forms.CharField):
    """Never put back in the page."""

    def __init__(self, label: str, help_text: str) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": "off"})
        super().__init__(label=label, max_length=200, widget=widget, help_text=help_text)


class GeheimForm(forms.Form):
    """`cleaned_data["geheim"]` in the form in which it is kept, for every kind."""

    geheim = VerborgenVeld(
        "Geheim",
        "Van de leverancier: begint met whsec_. Het wordt versleuteld bewaard en nooit meer getoond.",
    )

    def clean_geheim(self) -> str:
        geheim = str(self.cleaned_data["geheim"])
        try:
            keur_geheim(geheim)
        except GeheimFout as fout:
            raise forms.ValidationError(str(fout)) from fout
        return geheim


class AanmeldingForm(forms.Form):
    """A user of WordPress and an application password."""

    gebruiker = forms.CharField(
        label="Gebruikersnaam in WordPress",
        max_length=60,
        help_text="Van het account dat u voor Antwoord hebt gemaakt, met de rol Redacteur.",
    )
    wachtwoord = VerborgenVeld(
        "Toepassingswachtwoord",
        "Maak het in WordPress bij Gebruikers, onderaan het profiel van dat account. Het heeft zes groepjes van vier "
        "tekens. Het wordt versleuteld bewaard en nooit meer getoond.",
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if "gebruiker" in gegevens and "wachtwoord" in gegevens:
            try:
                gegevens["geheim"] = Aanmelding.maak(gegevens["gebruiker"], gegevens["wachtwoord"]).geheim
            except AanmeldingFout as fout:
                gebruiker = gegevens["gebruiker"]
                self.add_error("gebruiker" if not gebruiker or ":" in gebruiker else "wachtwoord", str(fout))
        return gegevens


class InstellingForm(forms.Form):
    """Where pages come in WordPress, and what of edits made there."""

    ouder = forms.IntegerField(
        label="Nummer van de bovenliggende pagina",
        min_value=1,
        max_value=2**31 - 1,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Vul het nummer van een pagina in."
        ),
        help_text="Antwoord zet elke tekst als pagina hieronder. Open die pagina in WordPress om haar te bewerken: "
        "in de adresbalk staat dan post= met het nummer.",
    )
    eigen_wijziging = forms.ChoiceField(
        label="Als iemand een pagina in WordPress zelf wijzigt",
        choices=EigenWijziging.choices(),
        initial=EigenWijziging.MELDEN,
        help_text="Laten staan: de pagina krijgt geen nieuwe tekst tot iemand kiest, en u ziet welke het is. "
        "Overschrijven: de tekst uit Antwoord komt weer terug. Wat u intrekt, gaat in beide gevallen van de website. "
        "Alleen niet als u laat staan en iemand het merk van Antwoord uit de pagina haalde: dan krijgt u een melding.",
    )

    def instelling(self) -> dict[str, object]:
        gegevens = self.cleaned_data
        return Instelling(gegevens["ouder"], EigenWijziging(gegevens["eigen_wijziging"])).als_json()


class NieuwDoelForm(forms.Form):
    """What every kind asks."""

    soort: DoelSoort

    naam = forms.CharField(
        max_length=120, help_text="Waaraan u dit doel herkent, bijvoorbeeld de leverancier."
    )
    bereik = forms.ChoiceField(
        label="Gemeente", help_text="Het doel krijgt de openbare teksten van deze gemeente."
    )
    adres = forms.CharField(max_length=500)

    def __init__(self, *args: Any, namen: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["adres"].help_text = ADRES_UITLEG[self.soort]
        veld = self.fields["bereik"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", "Kies een gemeente"), *namen.items()]

    def clean_adres(self) -> str:
        return adres_van(self.soort, str(self.cleaned_data["adres"]))

    def gegevens(self) -> dict[str, Any]:
        """For `maak_doel`."""
        namen = ("naam", "bereik", "adres", "geheim")
        return {"soort": self.soort, **{naam: self.cleaned_data[naam] for naam in namen}}


class DoelForm(GeheimForm, NieuwDoelForm):
    soort = DoelSoort.HTTP
    field_order = ("naam", "bereik", "adres", "geheim")


class WordpressForm(InstellingForm, AanmeldingForm, NieuwDoelForm):
    soort = DoelSoort.WORDPRESS
    field_order = ("naam", "bereik", "adres", "gebruiker", "wachtwoord", "ouder", "eigen_wijziging")

    def gegevens(self) -> dict[str, Any]:
        return super().gegevens() | {"instelling": self.instelling()}


NIEUW: Mapping[DoelSoort, type[NieuwDoelForm]] = {
    DoelSoort.HTTP: DoelForm,
    DoelSoort.WORDPRESS: WordpressForm,
}
GEHEIM: Mapping[DoelSoort, type[forms.Form]] = {
    DoelSoort.HTTP: GeheimForm,
    DoelSoort.WORDPRESS: AanmeldingForm,
}
