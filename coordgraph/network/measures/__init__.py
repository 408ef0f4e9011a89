"""Measures of actors that are taken where they are asked for by name, one a module."""
