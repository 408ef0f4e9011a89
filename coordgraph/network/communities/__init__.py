"""Communities of a network, and how sure they are."""
