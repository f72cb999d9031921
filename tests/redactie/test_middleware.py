"""AtomischeRedactie: a writing request of the CMS is one transaction, everything else is in none."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from redactie.middleware import AtomischeRedactie


def schrijf(request: HttpRequest) -> HttpResponse:
    Group.objects.create(name="geschreven")
    return HttpResponse(str(connection.in_atomic_block))


def schrijf_en_val(request: HttpRequest) -> HttpResponse:
    schrijf(request)
    raise RuntimeError("halverwege")


def schrijf_en_weiger(request: HttpRequest) -> HttpResponse:
    schrijf(request)
    raise PermissionDenied


urlpatterns = [
    path("redactie/schrijf/", schrijf),
    path("redactie/val/", schrijf_en_val),
    path("redactie/weiger/", schrijf_en_weiger),
    path("balie/schrijf/", schrijf),
    path("balie/val/", schrijf_en_val),
]

pytestmark = pytest.mark.django_db(transaction=True)
MIDDLEWARE = ["redactie.middleware.AtomischeRedactie"]


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture(autouse=True)
def _adressen() -> object:
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=MIDDLEWARE):
        yield


def test_een_post_in_het_cms_is_een_transactie(client: Client) -> None:
    assert client.post("/redactie/schrijf/").content == b"True"
    assert Group.objects.filter(name="geschreven").exists()


def test_een_get_in_het_cms_neemt_geen_schrijfslot(client: Client) -> None:
    assert client.get("/redactie/schrijf/").content == b"False"


def test_de_balie_draait_nooit_in_een_transactie(client: Client) -> None:
    assert client.post("/balie/schrijf/").content == b"False"


@pytest.mark.parametrize(("pad", "code"), [("/redactie/val/", 500), ("/redactie/weiger/", 403)])
def test_een_fout_halverwege_laat_niets_achter(client: Client, pad: str, code: int) -> None:
    assert client.post(pad).status_code == code
    assert not Group.objects.filter(name="geschreven").exists()


def test_buiten_het_cms_blijft_staan_wat_voor_de_fout_geschreven_is(client: Client) -> None:
    assert client.post("/balie/val/").status_code == 500
    assert Group.objects.filter(name="geschreven").exists()


def test_een_antwoord_500_zonder_uitzondering_wordt_ook_teruggedraaid() -> None:
    def mislukt(request: HttpRequest) -> HttpResponse:
        schrijf(request)
        return HttpResponse(status=500)

    antwoord: Callable[[HttpRequest], HttpResponse] = AtomischeRedactie(mislukt)
    antwoord(RequestFactory().post("/redactie/x/"))
    assert not Group.objects.filter(name="geschreven").exists()
