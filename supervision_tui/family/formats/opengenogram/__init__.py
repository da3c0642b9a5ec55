"""OpenGenogram's project files in (version 3 of its JSON)."""
