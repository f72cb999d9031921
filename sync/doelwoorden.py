"""What a target said last, in words for an administrator, to put behind its name. Pure."""

from __future__ import annotations

from sync.classificatie import Oordeel

UITLEG = {
    Oordeel.QUARANTAINE.value: "weigert ons geheim. Controleer het geheim en hervat",
    Oordeel.DOEL_LOOPT_VOOR.value: "heeft een versie die hier nooit is uitgegeven. "
    "Is hier een back-up teruggezet? Verhoog dan het tijdvak en hervat",
    Oordeel.PAUZE.value: "zegt dat dit adres niet meer bestaat (410)",
}
CODES = {
    "400": "kan deze tekst niet lezen (400)",
    "404": "kent dit adres niet (404)",
    "405": "neemt op dit adres niets aan (405)",
    "408": "antwoordt te laat (408)",
    "409": "heeft iets anders dan wij leverden (409)",
    "413": "vindt deze tekst te groot (413)",
    "415": "kan dit soort bericht niet lezen (415)",
    "422": "weigert deze tekst (422)",
    "429": "heeft het te druk (429)",
}


def in_woorden(fout: str) -> str:
    """Without a full stop; empty when it said nothing."""
    return _woorden(fout).rstrip(". ")


def _woorden(fout: str) -> str:
    """`500 interne fout` begins with a code, a verdict with its name; behind a refusal stands what it says itself."""
    begin, _, rest = fout.partition(":")
    if uitleg := UITLEG.get(begin, ""):
        gezegd = rest.strip() if begin == Oordeel.QUARANTAINE else ""
        return f"{uitleg} ({gezegd})" if gezegd else uitleg
    code, _, meer = fout.partition(" ")
    if code.isdecimal() and len(code) == 3:
        meer = f": {meer}" if meer else ""
        if code in CODES:
            return f"{CODES[code]}{meer}"
        return f"heeft zelf een storing ({code}){meer}" if code >= "500" else f"antwoordt met {code}{meer}"
    return rest.strip() if begin == "geen antwoord" else fout
