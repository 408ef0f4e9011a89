"""Engines: ties in, numbers out; they know no RDF."""
