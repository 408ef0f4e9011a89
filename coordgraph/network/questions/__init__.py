"""What those who shape coordination ask of a network of it."""
