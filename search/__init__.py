"""The search room: index documents, Dutch analysis, query plan, two engines.

Analysis happens here, once; an engine only gets words that are already analysed. What the results look like on a
screen is for the room that shows them.
"""
