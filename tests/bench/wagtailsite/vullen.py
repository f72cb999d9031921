"""Makes the database of the plain site, with the page of an HTML file on it: `python -m …vullen pagina.html`."""

import sys
from pathlib import Path

import django


def main(bestand: Path) -> None:
    django.setup()
    from django.core.management import call_command
    from wagtail.models import Page

    from tests.bench.wagtailsite.models import Tekstpagina

    call_command("migrate", interactive=False, verbosity=0)
    html = bestand.read_text("utf-8")
    kop = html.partition("<head>")[2].partition("</head>")[0]
    inhoud = html.partition("</head>")[2].partition("</html>")[0].strip()
    thuis = Page.objects.get(depth=2)
    thuis.add_child(
        instance=Tekstpagina(title="Paspoort aanvragen", slug="paspoort-aanvragen", kop=kop, inhoud=inhoud)
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
