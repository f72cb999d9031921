"""Notices and work instructions at the desk: what holds now, and which of them this agent has read."""
