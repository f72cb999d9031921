"""The page behind the link. Looking at it changes nothing, for scanners of mail follow links; the button does.

Nobody is signed in here and no cookie is set: who has the address may answer, and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from redactie.feitencheck.formulier import NIETS, Regel, gelezen_formulier
from redactie.feitencheck.openen import open_check
from redactie.feitencheck.tekst import Checktekst, checktekst
from redactie.feitencheck.tempo import VENSTER, te_vaak
from redactie.feitencheck.vastleggen import neem_antwoorden_op
from redactie.models import Feitencheck, Product

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
}


def _besloten(view: Any) -> Any:
    """Whatever is answered here is kept by nobody and sends its address nowhere."""

    @wraps(view)
    def verpakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        for naam, waarde in HEADERS.items():
            response[naam] = waarde
        return response

    return verpakt


# Django's check of where a form comes from asks for a cookie and an Origin. Here the address is the only key, so
# another site has nothing to abuse; and a page with `no-referrer` sends `Origin: null`, which Django 5.2 refuses.
@csrf_exempt
@_besloten
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def feitencheck(request: HttpRequest, code: str, sleutel: str = "") -> HttpResponse:
    """Without a key: the one product, or the list of them. Every refusal looks the same."""
    nu = timezone.now()
    gevonden = open_check(code, nu)
    if gevonden is None:
        return render(request, "redactie/feitencheck/geen.html", status=404)
    check, producten = gevonden
    if te_vaak(check.kenmerk, schrijft=request.method == "POST"):
        antwoord = render(request, "redactie/feitencheck/druk.html", status=429)
        antwoord["Retry-After"] = str(VENSTER)
        return antwoord
    context = {"check": check, "code": code, "meer": len(producten) > 1}
    if not sleutel and len(producten) > 1:
        return render(
            request, "redactie/feitencheck/lijst.html", context | {"regels": _lijst(check, producten)}
        )
    product = next((lid for lid in producten if sleutel in ("", lid.sleutel)), None)
    if product is None:
        return render(request, "redactie/feitencheck/geen.html", status=404)
    return _product(request, check, product, context, nu)


def _product(
    request: HttpRequest, check: Feitencheck, product: Product, context: dict[str, Any], nu: datetime
) -> HttpResponse:
    tekst = checktekst(check, product, nu)
    context |= {"product": product, "tekst": tekst}
    if tekst is None:
        return render(request, "redactie/feitencheck/product.html", context)
    if request.method == "POST":
        regels = gelezen_formulier(tekst, request.POST)
        fouten = [regel for regel in regels if regel.fout]
        ingevuld = [regel.oordeel for regel in regels if regel.gekozen]
        if ingevuld and not fouten:
            with transaction.atomic():
                neem_antwoorden_op(check=check, product=product, oordelen=ingevuld, nu=nu)
            adres = reverse("feitencheck:product", args=[context["code"], product.sleutel])
            return redirect(f"{adres}?verstuurd")
        context |= {"regels": regels, "fouten": fouten, "fout": "" if fouten else NIETS}
        return render(request, "redactie/feitencheck/product.html", context, status=422)
    context |= {"regels": _eerder(check, product, tekst), "verstuurd": "verstuurd" in request.GET}
    return render(request, "redactie/feitencheck/product.html", context)


def _eerder(check: Feitencheck, product: Product, tekst: Checktekst) -> list[Regel]:
    """The page with what was answered before; an answer about another text is asked again."""
    antwoorden = {lid.veld: lid for lid in check.antwoorden.filter(product=product)}
    regels = []
    for veld in tekst.velden:
        lid = antwoorden.get(veld.veld)
        if lid is None:
            regels.append(Regel(veld))
        elif lid.gelezen != veld.tekst:
            regels.append(Regel(veld, "", lid.opmerking, veranderd=True))
        else:
            regels.append(Regel(veld, lid.oordeel, lid.opmerking))
    return regels


def _lijst(check: Feitencheck, producten: Sequence[Product]) -> list[tuple[Product, int]]:
    """The products, each with how many of its texts have an answer. 1 query."""
    gedaan = list(check.antwoorden.values_list("product_id", flat=True))
    return [(product, gedaan.count(product.pk)) for product in producten]
