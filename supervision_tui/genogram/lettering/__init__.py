"""Labels under a symbol, and how many cells a word takes."""
