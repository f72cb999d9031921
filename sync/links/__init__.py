"""Links to other sites: where they stand, whether they still work, since when not. Beside the loop, with patience."""
