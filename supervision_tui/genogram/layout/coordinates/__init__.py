"""Phase 4: where in its row everybody stands, in whole cells."""
