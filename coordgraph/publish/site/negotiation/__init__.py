"""Which file an IRI leads to, by what a client accepts: for this package and for servers."""
