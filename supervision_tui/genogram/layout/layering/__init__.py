"""Phases 1 and 2: which row everybody stands in, and the layer graph of chains and dummy nodes that this makes."""
