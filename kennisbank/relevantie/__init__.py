"""How well a search answers: judged questions, measures, comparing two runs. All but `proefindex.py` is pure."""
