"""What a drawing shows, before any painter: symbols, lines, ties, marks, the ecomap, the timeline."""
