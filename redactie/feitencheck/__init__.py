"""Somebody outside looks whether a text is right: a signed link, no account, and an answer per field.

`link.py` makes and reads the address, `openen.py` says what it opens, `tekst.py` what stands there, `pagina.py` shows
it and takes the answers, `vastleggen.py` writes. The screens of the editors are in `redactie/cms/feitencheck.py`.
"""
