"""Coming in: first run, unlocking, recovery words, restoring a backup."""
