"""What a supervisor asks: does this process answer, is everything ready, and the figures of publishing."""
