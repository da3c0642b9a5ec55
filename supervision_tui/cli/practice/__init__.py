"""Commands that need no notebook: content, the language of a text, motivational conversations, days in words."""
