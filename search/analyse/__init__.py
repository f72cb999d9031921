"""Dutch analysis, pure: text in, words out. The same words go into the index and into a query."""
