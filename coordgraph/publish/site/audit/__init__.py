"""A release, looked over: whether all that it says of itself holds."""
