"""Mail to editors about what touches them, for whoever asked for it.

`aanleiding.py` records that something happened, `uitdelen.py` makes of it a row per mail, `mag.py` says who may get
what, `opstellen.py` writes the mail when it goes, `sturen.py` is what the process of the loop calls. How mail goes out
is `redactie/post/`.
"""
