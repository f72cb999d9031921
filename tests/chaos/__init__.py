"""The chaos run: editors and sync processes die at random, targets answer badly, the database stops; nothing is lost.

`python -m tests.chaos --zaad 7 --doden 100`. PostgreSQL only, in a cluster of its own.
"""
