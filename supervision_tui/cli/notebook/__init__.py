"""Commands that work on a notebook: the vault itself, its sessions, records, documents and reports."""
