"""What this terminal can show, what may reach it, and keys in the order they were typed."""
