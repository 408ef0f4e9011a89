"""The ontology on a site: its files, its documentation, and what uses each of its terms."""
