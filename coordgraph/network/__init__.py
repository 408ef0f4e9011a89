"""What is measured, and on which projection of the graph."""
