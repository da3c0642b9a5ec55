"""Commands that work on a family, from a file or from the notebook: its facts, its drawing, questions about it."""
