"""What must hold of texts before they are published or imported, central and local.

Pure: the caller brings the texts and which facts are known. A draft may fail all of this. One text is judged in
`veldkeuring.py`, a channel in `kanaalkeuring.py`; plain language, in `taalcheck.py`, never blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from redactie.bronnen import AfwijkingBron, KanaalBron, LokaleLaag
from redactie.fout import Fout, fragment_bij
from redactie.kanaalkeuring import keur_kanalen
from redactie.keuzes import Aangeboden, AfwijkingWijze
from redactie.opmaak import tekstfouten
from redactie.samenvoegen import SamengesteldProduct
from redactie.veld import Veld
from redactie.veldkeuring import BekendeFeiten, keur_markdown, keur_veld

__all__ = ["BekendeFeiten", "Fout", "keur", "keur_kanalen", "keur_laag", "keur_samengesteld", "keur_veld"]


def keur(
    teksten: Mapping[Veld, str], bekend: BekendeFeiten, *, kanalen: Iterable[KanaalBron] = ()
) -> list[Fout]:
    """The central texts of one product (the fields that are absent are empty) and its channels."""
    fouten = [
        Fout(veld, melding)
        for veld, melding in (
            (Veld.TITEL, "Vul een titel in."),
            (Veld.SAMENVATTING, "Vul een samenvatting in."),
        )
        if not teksten.get(veld, "").strip()
    ]
    for veld in Veld:
        fouten += keur_veld(veld, teksten.get(veld, ""), bekend)
    return [*fouten, *keur_kanalen(kanalen, bekend)]


def keur_laag(
    laag: LokaleLaag, bekend: BekendeFeiten, *, vaste_velden: frozenset[Veld] = frozenset()
) -> list[Fout]:
    """The deviations, the explanation and the channels of one local version."""
    fouten: list[Fout] = []
    if laag.aangeboden in (Aangeboden.NEE, Aangeboden.VALT_ONDER) and not laag.toelichting.strip():
        fouten.append(
            Fout(None, "Leg uit waarom de gemeente dit niet aanbiedt en waar iemand dan terechtkan.")
        )
    if laag.aangeboden is Aangeboden.VALT_ONDER and not laag.valt_onder:
        fouten.append(Fout(None, "Kies onder welk product dit valt."))
    fouten += keur_markdown(None, laag.toelichting, bekend, intern_mag=False)
    for afwijking in laag.afwijkingen:
        fouten += _afwijking(afwijking, bekend, vaste_velden)
    fouten += _dubbel(laag.afwijkingen)
    return [*fouten, *keur_kanalen(laag.kanalen, bekend)]


def keur_samengesteld(samengesteld: SamengesteldProduct) -> list[Fout]:
    """What must still hold of the merged texts: publishing in the CMS judges each layer, and calls no full check.

    Unknown and internal facts are not asked here: resolving replaces them and raises an alarm.
    """
    fouten = []
    titel, samenvatting = samengesteld.veld(Veld.TITEL), samengesteld.veld(Veld.SAMENVATTING)
    if titel is None or not titel.tekst.strip():
        fouten.append(Fout(Veld.TITEL, "Er is geen titel."))
    if samenvatting is None or not samenvatting.tekst.strip():
        fouten.append(Fout(Veld.SAMENVATTING, "Er is geen samenvatting."))
    for veld in samengesteld.velden:
        if veld.veld.enkele_regel and "\n" in veld.tekst.strip():
            fouten.append(Fout(veld.veld, "Een titel is één regel.", fragment_bij(veld.tekst, 0)))
        if not veld.veld.platte_tekst:
            fouten += [replace(fout, veld=veld.veld) for fout in tekstfouten(veld.tekst)]
    fouten += tekstfouten(samengesteld.status_toelichting)
    return fouten


def _afwijking(afwijking: AfwijkingBron, bekend: BekendeFeiten, vast: frozenset[Veld]) -> Iterator[Fout]:
    veld, wijze = afwijking.veld, afwijking.wijze
    if veld in vast:
        yield Fout(veld, "De regio heeft dit veld vastgezet. Een eigen tekst kan hier niet.")
    if veld is Veld.TITEL and wijze is not AfwijkingWijze.VERVANGEN:
        yield Fout(veld, "Een titel kunt u alleen vervangen.")
    if veld is Veld.SAMENVATTING and wijze is AfwijkingWijze.VERBERGEN:
        yield Fout(veld, "Een samenvatting kunt u niet verbergen.")
    if not afwijking.reden.strip():
        yield Fout(veld, "Schrijf op waarom uw gemeente hier afwijkt.")
    if wijze is AfwijkingWijze.VERBERGEN:
        if afwijking.tekst.strip():
            melding = "Een verborgen veld heeft geen tekst."
            yield Fout(veld, melding, fragment_bij(afwijking.tekst, 0))
        return
    if not afwijking.tekst.strip():
        melding = "Vul een tekst in."
        if wijze is AfwijkingWijze.VERVANGEN:
            melding += " Wilt u dat het veld wegvalt? Kies dan verbergen."
        yield Fout(veld, melding)
    yield from keur_veld(veld, afwijking.tekst, bekend)


def _dubbel(afwijkingen: tuple[AfwijkingBron, ...]) -> Iterator[Fout]:
    """At any moment per field one `ervoor`, one `erna` and one of `vervangen` and `verbergen`."""
    plaats = {AfwijkingWijze.VERBERGEN: AfwijkingWijze.VERVANGEN}
    for nummer, een in enumerate(afwijkingen):
        for ander in afwijkingen[nummer + 1 :]:
            zelfde_plaats = plaats.get(een.wijze, een.wijze) is plaats.get(ander.wijze, ander.wijze)
            if een.veld is ander.veld and zelfde_plaats and een.periode.overlapt(ander.periode):
                melding = "Op dit veld gelden twee afwijkingen tegelijk. Pas de data aan of haal er één weg."
                yield Fout(een.veld, melding)
