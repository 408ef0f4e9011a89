"""Answers over the web: a SPARQL endpoint that a hostile question cannot harm."""
