"""What is due, counts, the calendar, trends."""
