"""The parts of a family as data: persons, unions, parentages, households, ties, events, and what makes them whole."""
