"""The public read API, versioned under /api/."""
