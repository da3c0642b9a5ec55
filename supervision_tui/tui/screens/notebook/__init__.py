"""The notebook itself: backups, credentials, retention, conflicts, recovered drafts."""
