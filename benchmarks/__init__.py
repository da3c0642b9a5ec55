"""Speed, measured against a peer or a baseline in the same run. ``python3 dev.py bench`` runs every file here."""
