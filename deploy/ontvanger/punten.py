"""The points of the conformance test, under the headings of docs/api/doelen.md, where a supplier reads why."""

from __future__ import annotations

from collections.abc import Callable

from . import punten_documenten as documenten
from . import punten_verkeer as verkeer
from .zender import Zender

Punt = Callable[[Zender], None]

PUNTEN: dict[str, tuple[tuple[str, Punt], ...]] = {
    "Wat u ontvangt": (
        ("Een nieuw document wordt bewaard en staat in het manifest", documenten.bewaart),
        ("De hash klopt, ook met lastige tekens", documenten.lastige_tekens),
        (
            "Dezelfde sleutel bij een andere gemeente of soort is een ander document",
            documenten.gemeenten_apart,
        ),
        ("Velden die de ontvanger niet kent, storen niet", documenten.kent_niet_alles),
        ("Vijftig documenten in één levering", documenten.vijftig),
        ("Een levering van bijna 4 MB", documenten.groot),
    ),
    "De handtekening": (
        ("Een andere of geen handtekening krijgt 401", verkeer.andere_sleutel),
        ("Een handtekening over een ander lichaam krijgt 401", verkeer.ander_lichaam),
        ("De handtekening gaat over het lichaam zoals het aankwam", verkeer.zoals_het_aankwam),
        ("Ouder of nieuwer dan vijf minuten krijgt 401", verkeer.te_oud),
        ("Vier minuten oud mag", verkeer.net_op_tijd),
        ("Van twee handtekeningen is één goede genoeg", verkeer.twee_handtekeningen),
        ("Het manifest vraagt een handtekening", verkeer.manifest_is_besloten),
    ),
    "Versies: de hoogste wint": (
        ("Dezelfde levering nog eens verandert niets en is weer 200", documenten.herhaalt),
        ("Versies zijn getallen: 10 is hoger dan 9", documenten.telt_verder),
        ("Een oudere versie krijgt 409 met wat er staat", documenten.weigert_ouder),
        ("Dezelfde versie met andere inhoud vervangt wat er staat", documenten.herstelt),
        ("Intrekken laat een grafsteen achter; oud komt niet terug, nieuw wel", documenten.trekt_in),
        ("Intrekken met de versie die er staat, is ook intrekken", documenten.trekt_zelfde_versie_in),
        ("Ook wat nooit ontvangen is, kan ingetrokken worden", documenten.trekt_onbekende_in),
        ("Een versie tot 2^53 - 1 blijft precies", documenten.grote_versies),
        ("Gelijktijdige leveringen eindigen bij de hoogste versie", documenten.gelijktijdig),
    ),
    "Uw antwoord": (
        ("Eén fout document houdt de andere niet tegen", verkeer.een_fout_document),
        ("Wat geen levering is, krijgt 400", verkeer.onzin),
        ("Een verbinding blijft open voor meer leveringen", verkeer.blijft_open),
    ),
    "Het manifest: hebt u wat u hoort te hebben?": (
        ("De digest van een emmer is die van zijn regels", verkeer.klopt_met_zijn_digest),
    ),
}
