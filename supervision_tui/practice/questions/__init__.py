"""Questions chosen for a family, filled with its names and put in order."""
