"""A family in sentences."""
