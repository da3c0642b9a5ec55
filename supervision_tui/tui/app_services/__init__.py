"""What the application does beside its screens: locking, drafts, the daily backup, room view, errors in words."""
