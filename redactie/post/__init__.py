"""Mail that goes out: rows that wait for it, and how they are delivered. What a mail says is left to whoever has it.

`bezorgbaar.py` is the part of a row, `bezorgen.py` sends, `opgehouden.py` says what did not go out, `adres.py` links to
a screen. Rooms further down the flow use these for mail of their own.
"""
