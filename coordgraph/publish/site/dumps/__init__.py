"""The dataset as files to download: whole and by graph, the same bytes for the same data."""
