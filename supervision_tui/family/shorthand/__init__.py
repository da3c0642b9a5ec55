"""What people type in one line: a person, a tie, an event, a resource, read into parts of a family."""
