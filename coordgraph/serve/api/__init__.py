"""The JSON API: ties, measures, what they rest on, names, and the questions of the library."""
