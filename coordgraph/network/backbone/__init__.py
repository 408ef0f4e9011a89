"""Which ties of a projection are more than chance makes of as busy actors and mechanisms."""
