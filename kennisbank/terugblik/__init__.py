"""Looking back: what stood in a municipality at a moment, who made it so, and which target had it."""
