"""“Klopt niet”: an agent flags a field, its owner answers or corrects, and the agent hears back."""
