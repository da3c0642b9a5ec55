"""The genogram studio: a family drawn while people talk, from the keyboard."""
