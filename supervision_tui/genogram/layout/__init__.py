"""Where everybody stands: layer assignment, crossing reduction, coordinates, routing (Sugiyama, with couples kept)."""
