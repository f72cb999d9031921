"""The front matter of a text file: a small part of YAML in which every scalar is a plain string.

Composes nodes only and constructs no Python objects: no tags, no anchors or aliases, no duplicate keys, no deep
nesting; and `ja`, `2027-03-01` and `on` stay what was typed. Types are left to `velden.py`.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from redactie.invoer.fouten import Fouten, Plek

MAX_DIEPTE = 6
MAX_VOORBLAD = 100_000


class Blok(dict[str, Any]):
    """A mapping; `regels` says on which line each key stands."""

    def __init__(self, regel: int) -> None:
        super().__init__()
        self.regel = regel
        self.regels: dict[str, int] = {}


class Lijst(list[Any]):
    """A sequence; `regels` says on which line each member stands."""

    def __init__(self, regel: int) -> None:
        super().__init__()
        self.regel = regel
        self.regels: list[int] = []


class _Weigering(Exception):
    def __init__(self, regel: int, tekst: str) -> None:
        super().__init__(tekst)
        self.regel = regel


class _Lader(yaml.SafeLoader):
    """Refuses before it composes, so that a hostile file costs nothing."""

    yaml_implicit_resolvers: dict[str, Any] = {}
    diepte = 0

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        gebeurtenis = self.peek_event()  # type: ignore[no-untyped-call]  # PyYAML's stubs lack it
        regel = gebeurtenis.start_mark.line + 1
        if isinstance(gebeurtenis, yaml.AliasEvent) or getattr(gebeurtenis, "anchor", None):
            raise _Weigering(
                regel, "Verwijzingen met & of * zijn niet toegestaan. Zet de waarde tussen aanhalingstekens."
            )
        if getattr(gebeurtenis, "tag", None):
            raise _Weigering(
                regel, "Een ! voor een waarde is niet toegestaan. Zet de waarde tussen aanhalingstekens."
            )
        self.diepte += 1
        if self.diepte > MAX_DIEPTE:
            raise _Weigering(regel, "Dit voorblad is te diep genest.")
        knoop = super().compose_node(parent, index)
        self.diepte -= 1
        return knoop


def lees_voorblad(tekst: str, plek: Plek, fouten: Fouten) -> Blok | None:
    """The mapping between the two `---` lines; `plek.regel` is the line of the first `---`."""
    verschuiving = plek.regel
    if len(tekst) > MAX_VOORBLAD:
        fouten.fout(plek, "Dit voorblad is te lang.")
        return None
    lader = _Lader(tekst)
    try:
        knoop = lader.get_single_node()
        if knoop is None:
            return Blok(plek.regel)
        if not isinstance(knoop, MappingNode):
            raise _Weigering(
                knoop.start_mark.line + 1, "Het voorblad heeft regels van de vorm “naam: waarde”."
            )
        return _blok(knoop, verschuiving)
    except _Weigering as weigering:
        fouten.fout(plek.op(weigering.regel + verschuiving), str(weigering))
    except yaml.YAMLError as fout:
        merk = getattr(fout, "problem_mark", None) or getattr(fout, "context_mark", None)
        regel = (merk.line + 1 if merk else 1) + verschuiving
        fouten.fout(
            plek.op(regel),
            "Het voorblad is geen geldige YAML. Zet een waarde met een dubbele punt, komma of haak tussen "
            "aanhalingstekens.",
        )
    finally:
        lader.dispose()
    return None


def _waarde(knoop: Node, verschuiving: int) -> Any:
    if isinstance(knoop, ScalarNode):
        return str(knoop.value).strip()
    if isinstance(knoop, SequenceNode):
        lijst = Lijst(knoop.start_mark.line + 1 + verschuiving)
        for lid in knoop.value:
            lijst.append(_waarde(lid, verschuiving))
            lijst.regels.append(lid.start_mark.line + 1 + verschuiving)
        return lijst
    return _blok(knoop, verschuiving)


def _blok(knoop: Any, verschuiving: int) -> Blok:
    blok = Blok(knoop.start_mark.line + 1 + verschuiving)
    for sleutel, waarde in knoop.value:
        regel = sleutel.start_mark.line + 1
        if not isinstance(sleutel, ScalarNode):
            raise _Weigering(regel, "Een naam in het voorblad is één woord.")
        if sleutel.value in blok:
            raise _Weigering(regel, f"“{sleutel.value}” staat er twee keer.")
        blok[sleutel.value] = _waarde(waarde, verschuiving)
        blok.regels[sleutel.value] = regel + verschuiving
    return blok
