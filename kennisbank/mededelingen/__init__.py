"""Notices and work instructions: which hold now, on websites and at the desk, and which of them an agent has read."""
