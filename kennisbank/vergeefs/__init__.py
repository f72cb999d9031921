"""Learning from use without people in it: which questions came to nothing, and what may help."""
