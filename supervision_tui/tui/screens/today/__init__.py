"""Today: start, go on, what is due."""
