"""What the measure of an actor is made of: ties, paths, mechanisms and passages."""
