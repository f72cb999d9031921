"""`make bench`: how fast the parts of Antwoord are on this machine, beside a reference measured in the same run.

Nothing here decides whether a test passes. Each measurement runs a bounded number of times against an installation of
its own on loopback, and ends every process that it started.
"""
