"""An answer as it was seen: found back by its reference, with the rights of the desk of today.

What somebody may not read now, they do not read in an old answer either.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kennisbank.balie.antwoord import antwoord_van, zonder_verschil
from kennisbank.balie.kenmerk import Kenmerk, lees_moment, lees_weggelaten
from kennisbank.balie.publicaties import haal_gemeente_versie, haal_product_versie, live_versie
from kennisbank.balie.toegang import Plek, aan_de_balie
from kennisbank.balie.weblink import Websites
from kennisbank.balie.zegel import ZEGEL, is_echt


@require_safe
@aan_de_balie
def kenmerkscherm(
    request: HttpRequest, plek: Plek, sleutel: str, versie: int, gemeenteversie: int, moment: str
) -> HttpResponse:
    op = lees_moment(moment, timezone.get_current_timezone())
    product = haal_product_versie(plek.bereik, sleutel, versie)
    gemeente = haal_gemeente_versie(plek.bereik, gemeenteversie)
    if op is None or product is None or (gemeente is None and gemeenteversie):
        return render(request, "balie/geen_kenmerk.html", {"plek": plek}, status=404)
    nu = live_versie(plek.bereik, sleutel)
    anders = lees_weggelaten(request.GET.dict()) if plek.is_regio else {}
    gevraagd = Kenmerk(plek.bereik, sleutel, versie, gemeenteversie, op, anders)
    zichtbaar = {veld: slugs for veld, slugs in anders.items() if plek.intern or not veld.intern}
    toen = antwoord_van(plek, product, gemeente, Websites.bij(request), op)
    context = {
        "plek": plek,
        "antwoord": zonder_verschil(plek, toen, product, zichtbaar),
        "op": op,
        "echt": is_echt(gevraagd, request.GET.get(ZEGEL, "")),
        "versie": versie,
        "nu_live": nu is not None,
        "nieuwer": nu is not None and nu != versie,
    }
    return render(request, "balie/kenmerk.html", context)
