"""The screen "Waarom staat dit hier, of juist niet?": a result explained to who keeps the texts."""
