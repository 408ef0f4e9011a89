"""What a network is like as a whole: how dense, in how many parts, around what core."""
