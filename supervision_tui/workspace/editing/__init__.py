"""Changes to one family: people, ties, events, resources, sensitive facts, each with its inverse."""
