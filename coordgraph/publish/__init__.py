"""What leaves the house: RDF files, tables, figures, releases."""
