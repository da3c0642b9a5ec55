"""Drawing on paper: DOT with pinned nodes and edges, and SVG, PNG and PDF made of it."""
