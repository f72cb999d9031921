"""The publication board: what is live where, in words for whoever looks after it, and what a person can do about it."""
