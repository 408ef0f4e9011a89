"""Whether what is seen in a network is more than chance makes of as much."""
