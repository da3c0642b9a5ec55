"""Phase 5: tracks, row heights and the path of every line."""
