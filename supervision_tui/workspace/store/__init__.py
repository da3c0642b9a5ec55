"""What the notebook holds: families, sessions, people, settings, drafts, disclosures; search over them."""
