"""What a clause says: patterns in a catalogue, and what each does to the family that is told."""
