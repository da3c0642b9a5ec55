"""Scripts that draw the pictures of the documentation from the running program."""
