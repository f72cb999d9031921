"""The public site of each municipality, chosen by host name."""
