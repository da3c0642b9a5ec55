"""Phase 3: the order of every row, so that few lines cross."""
