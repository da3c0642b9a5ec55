"""Commands about the program itself: other ways to use it, its keys, whether all of it works here."""
