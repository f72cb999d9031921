"""Mail to administrators about targets that stay behind.

`oordeel.py` says when a target is behind, `bijhouden.py` keeps since when and makes a row per mail, `bericht.py` writes
and sends them. How mail goes out is `redactie/post/`.
"""
