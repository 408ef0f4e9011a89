"""A network as a picture that can be filtered: who stands where, and what ties them, when."""
