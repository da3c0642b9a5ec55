"""Painting in the cells of a terminal."""
