"""A session from its beginning to its close."""
