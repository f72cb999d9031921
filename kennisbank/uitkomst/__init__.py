"""How answers end: counted in one key, without people, and shown to who leads the desk and who writes."""
