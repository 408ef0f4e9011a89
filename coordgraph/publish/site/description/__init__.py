"""What a release says of itself: what it is about, how much it holds, how it was made."""
