"""Servers and the browser for tests: named in the environment, or skipped with a clear line.

A server that is named and does not answer ends the run as a failure: silence would look like success. The names
stand in docs/beheer.md.
"""

import json
import os
import shutil
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, connections
from django.urls import set_urlconf
from hypothesis import settings as hypothesis_settings

from tests import sjabloon, sjabloon_postgres
from tests.geduld import SCHERM_MS

pytest_plugins = ["tests.gemeenten", "tests.hulpmiddelen"]

# How long an example takes says something of the machine, nothing of the code: speed belongs to `make bench`.
hypothesis_settings.register_profile("antwoord", deadline=None)
hypothesis_settings.load_profile("antwoord")

AXE = Path(__file__).parent.parent / "node_modules" / "axe-core" / "axe.min.js"
BROWSER_VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _elasticsearch() -> str:
    return os.environ.get("ANTWOORD_TEST_ELASTICSEARCH", "")


def _chromium() -> str:
    return os.environ.get("ANTWOORD_TEST_CHROMIUM", "") or shutil.which("chromium") or ""


def _op_postgres() -> bool:
    return settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


def pytest_configure(config: pytest.Config) -> None:
    """A named server that is absent stops the run here, before any test."""
    _eis_elasticsearch()
    _eis_wordpress()
    _eis_postgres()
    gewenst = os.environ.get("ANTWOORD_TEST_CHROMIUM", "")
    if gewenst and not os.access(gewenst, os.X_OK):
        raise pytest.UsageError(f"ANTWOORD_TEST_CHROMIUM noemt {gewenst}, maar dat is geen programma.")


def _eis_elasticsearch() -> None:
    if not (adres := _elasticsearch()):
        return
    try:
        httpx.get(f"{adres}/_cluster/health", timeout=10).raise_for_status()
    except httpx.HTTPError as fout:
        raise pytest.UsageError(
            f"ANTWOORD_TEST_ELASTICSEARCH noemt {adres}, dat niet antwoordt: {fout}"
        ) from fout


def _eis_wordpress() -> None:
    if not (bestand := os.environ.get("ANTWOORD_TEST_WORDPRESS", "")):
        return
    try:
        adres = json.loads(Path(bestand).read_text("utf-8"))["adres"]
        httpx.get(f"{adres}/wp-json/", timeout=30).raise_for_status()
    except (OSError, ValueError, KeyError, httpx.HTTPError) as fout:
        raise pytest.UsageError(
            f"ANTWOORD_TEST_WORDPRESS noemt {bestand}, en die WordPress is er niet: {fout}"
        ) from fout


def _eis_postgres() -> None:
    if not _op_postgres():
        return
    try:
        psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=10).close()
    except psycopg.Error as fout:
        raise pytest.UsageError(f"DATABASE_URL noemt een PostgreSQL die niet antwoordt: {fout}") from fout


def _committeert(item: pytest.Item) -> bool:
    merk = item.get_closest_marker("django_db")
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(merk and merk.kwargs.get("transaction")) or bool(
        fixtures & {"transactional_db", "live_server"}
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    ontbreekt = {
        "elasticsearch": (
            not _elasticsearch(),
            "geen Elasticsearch: zet ANTWOORD_TEST_ELASTICSEARCH (deploy/testservers.sh start)",
        ),
        "elastic_cluster": (
            not os.environ.get("ANTWOORD_TEST_ELASTIC_CLUSTER"),
            "geen cluster: zet ANTWOORD_TEST_ELASTIC_CLUSTER (deploy/testservers.sh cluster)",
        ),
        "wordpress": (
            not os.environ.get("ANTWOORD_TEST_WORDPRESS"),
            "geen WordPress: zet ANTWOORD_TEST_WORDPRESS (deploy/testwordpress.sh start)",
        ),
        "postgres": (
            not _op_postgres(),
            "geen PostgreSQL: zet DATABASE_URL (deploy/testservers.sh start)",
        ),
        "browser": (not _chromium(), "geen Chromium: installeer het of zet ANTWOORD_TEST_CHROMIUM"),
    }
    for item in items:
        if _committeert(item):
            # Wagtail's root page, locale and groups come from migrations: every such test starts with them.
            item.fixturenames.append("django_db_serialized_rollback")  # type: ignore[attr-defined]  tests only
        for merk, (weg, uitleg) in ontbreekt.items():
            if weg and item.get_closest_marker(merk):
                item.add_marker(pytest.mark.skip(reason=uitleg))


_geleegd = pytest.StashKey[bool]()


def pytest_runtest_teardown(item: pytest.Item) -> None:
    # A request for a municipality's host leaves its addresses with the thread until somebody closes the response.
    set_urlconf(None)
    if _committeert(item):
        item.session.stash[_geleegd] = True


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Put back what a test that commits has flushed.

    pytest-django runs those last, so that nobody needs it; pytest-xdist deals the files out in another order.
    """
    if not item.session.stash.get(_geleegd, False) or _committeert(item):
        return
    item.session.stash[_geleegd] = False
    with item._request.getfixturevalue("django_db_blocker").unblock():
        verbinding = connections["default"]
        verbinding.creation.deserialize_db_from_string(verbinding._test_serialized_contents)
    ContentType.objects.clear_cache()


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest) -> bool:
    """Start from the kept, migrated database."""
    if _op_postgres():
        connection.settings_dict["TEST"]["TEMPLATE"] = sjabloon_postgres.naam(os.environ["DATABASE_URL"])
        return bool(request.config.getvalue("reuse_db"))
    sjabloon.gebruik(_testbestand())
    return True


@pytest.fixture(scope="session")
def django_db_setup(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any) -> None:
    if any(_committeert(item) for item in request.session.items):
        # pytest-django does this only for tests whose marker itself asks for it.
        with django_db_blocker.unblock():
            inhoud = connection.creation.serialize_db_to_string() if _op_postgres() else _begin()
        # On the class: once Playwright has an event loop in this thread, asgiref hands out other connection objects.
        type(connections["default"])._test_serialized_contents = inhoud  # type: ignore[attr-defined]  Django's name
        vars(connections["default"]).pop(
            "_test_serialized_contents", None
        )  # what pytest-django put on this one


def _begin() -> str:
    """A copy of the database as migrated, in place of Django's text of it; and what puts it back."""
    begin = _testbestand().with_name("begin.sqlite3")
    begin.unlink(missing_ok=True)
    connection.cursor().execute("VACUUM INTO %s", [str(begin)])
    type(connection.creation).deserialize_db_from_string = (  # type: ignore[method-assign]  tests only
        lambda zelf, pad: sjabloon.vul(zelf.connection, Path(pad))
    )
    return str(begin)


def _testbestand() -> Path:
    return Path(settings.DATABASES["default"]["TEST"]["NAME"])


@pytest.fixture(scope="session")
def elasticsearch_adres() -> str:
    """The address of the test server; only for tests marked `elasticsearch`."""
    return _elasticsearch()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium; only for tests marked `browser`. Open a page with `browser.new_page()`."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=SCHERM_MS)
    # Playwright keeps an event loop in this thread; Django would refuse its database calls there.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(), args=BROWSER_VLAGGEN)
        yield chromium
        chromium.close()


@pytest.fixture
def pagina(browser: Any) -> Iterator[Any]:
    """A page in a context of its own. It fails the test when it asks anything of another host, or breaks the CSP."""
    context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam")
    pagina = context.new_page()
    buiten: list[str] = []
    fouten: list[str] = []
    pagina.on("request", lambda verzoek: _is_lokaal(verzoek.url) or buiten.append(verzoek.url))
    pagina.on(
        "console", lambda melding: "Content Security Policy" in melding.text and fouten.append(melding.text)
    )
    yield pagina
    context.close()
    assert not buiten, f"de pagina vroeg iets van een andere host: {buiten}"
    assert not fouten, f"de pagina overtreedt de Content-Security-Policy: {fouten}"


def _is_lokaal(adres: str) -> bool:
    host = urllib.parse.urlsplit(adres).hostname or ""
    return host in {"", "localhost", "127.0.0.1", "::1", "testserver"} or host.endswith(".localhost")


@pytest.fixture(scope="session")
def axe() -> Callable[[Any], list[str]]:
    """`axe(pagina)`: what breaks WCAG 2.1 A and AA, one line each with the rule and the place."""
    bron = AXE.read_text("utf-8")

    def controleer(pagina: Any) -> list[str]:
        # evaluate() works under a strict CSP, where a script tag would not.
        pagina.evaluate(bron)
        # Half faded in, a message has colours that nobody reads.
        pagina.evaluate(
            "() => Promise.allSettled(document.getAnimations()"
            ".filter(lid => lid.effect.getComputedTiming().iterations !== Infinity).map(lid => lid.finished))"
        )
        uitkomst = pagina.evaluate(
            "() => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})"
            ".then(u => u.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' '))))"
        )
        return list(uitkomst)

    return controleer
