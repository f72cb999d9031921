"""The index document, Dutch analysis, query plan and the two engines behind one interface."""
