"""Security headers: strict everywhere, in the CMS what Wagtail needs."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from kennisbank.headers import HeadersMiddleware, zet_headers


def antwoord(pad: str) -> HttpResponse:
    return HeadersMiddleware(lambda request: HttpResponse("x"))(RequestFactory().get(pad))


def regels(response: HttpResponse) -> dict[str, str]:
    delen = (deel.strip() for deel in response.headers["Content-Security-Policy"].split(";"))
    return dict(deel.partition(" ")[::2] for deel in delen)


@pytest.mark.parametrize("pad", ["/", "/balie/sliedrecht/", "/api/v1/", "/redactie", "/redactie-nieuws/"])
def test_buiten_het_cms_is_de_csp_streng(pad: str) -> None:
    csp = regels(antwoord(pad))
    assert csp["default-src"] == "'none'"
    assert csp["frame-ancestors"] == "'none'"
    assert csp["base-uri"] == "'none'"
    for soort in ("script-src", "style-src", "img-src", "font-src", "connect-src", "form-action"):
        assert csp[soort] == "'self'"


def test_het_cms_mag_inline_en_laat_voorbeelden_in_een_frame_zien() -> None:
    response = antwoord("/redactie/")
    assert "'unsafe-inline'" in regels(response)["script-src"]
    assert regels(response)["frame-ancestors"] == "'self'"
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_het_cms_haalt_niets_van_een_andere_host() -> None:
    for soort, bronnen in regels(antwoord("/redactie/")).items():
        assert "http" not in bronnen, soort
        assert "*" not in bronnen, soort


def test_een_view_mag_zijn_eigen_regel_houden() -> None:
    response = HttpResponse("x")
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    assert zet_headers(response, "/").headers["Content-Security-Policy"] == "default-src 'none'"


def test_vaste_headers_staan_overal() -> None:
    headers = antwoord("/").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"


@pytest.mark.django_db
def test_ook_een_fout_en_een_doorverwijzing_krijgen_de_headers(client: Client) -> None:
    assert "Content-Security-Policy" in client.get("/bestaat-niet/").headers
    assert "Content-Security-Policy" in client.get("/redactie/").headers
