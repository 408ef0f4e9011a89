"""Sources in: RDF files and tables, with where each statement came from."""
