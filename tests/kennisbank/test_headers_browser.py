"""The security headers in a real browser: the CMS works under its policy, and the strict one bites."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import include, path

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

INLINE = "<!doctype html><title>voor</title><body><script>document.title = 'na'</script></body>"


def met_inline_script(request: HttpRequest) -> HttpResponse:
    return HttpResponse(INLINE)


urlpatterns = [
    path("balie/proef/", met_inline_script),
    path("redactie/proef/", met_inline_script),
    path("", include("kennisbank.urls")),
]


def test_het_cms_werkt_onder_zijn_eigen_regels(pagina: Any, live_server: Any) -> None:
    get_user_model().objects.create_superuser("bea", password="een-lang-wachtwoord")
    fouten: list[str] = []
    pagina.on("pageerror", lambda fout: fouten.append(str(fout)))
    pagina.goto(f"{live_server.url}/redactie/")
    pagina.fill("input[name=username]", "bea")
    pagina.fill("input[name=password]", "een-lang-wachtwoord")
    pagina.click("button[type=submit]")
    pagina.wait_for_selector("#wagtail-sidebar nav")
    pagina.goto(f"{live_server.url}/redactie/account/")
    pagina.wait_for_selector("[role=tab]")
    assert fouten == []


@override_settings(ROOT_URLCONF=__name__)
def test_een_inline_script_draait_niet_op_de_balie(browser: Any, live_server: Any) -> None:
    pagina = browser.new_page()
    pagina.goto(f"{live_server.url}/balie/proef/")
    assert pagina.title() == "voor"
    pagina.goto(f"{live_server.url}/redactie/proef/")
    assert pagina.title() == "na"
    pagina.close()
