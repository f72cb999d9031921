"""Settings: base, and what differs in development, test and production; the environment is read in omgeving.py."""
