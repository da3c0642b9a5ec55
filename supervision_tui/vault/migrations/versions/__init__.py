"""The changes, in order of their numbers; each number is also the ``user_version`` of the database after it."""
