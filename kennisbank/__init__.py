"""Everything that reads what was published: websites, the agents' desk, the read API, root URLs."""
