"""Bringing content in: read → parse → check everything → compare → write (docs: the import format).

`lezen.py` turns a folder or zip into a `Bundel` of plain dataclasses, `stand.py` does the same for the database,
`verschil.py` compares the two and `schrijven/` writes only what differs. `redactie/uitvoer/` writes a Bundel to files.
"""
