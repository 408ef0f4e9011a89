"""The linked-data site: a folder of files from which every IRI of a dataset resolves."""
