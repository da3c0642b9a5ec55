"""The notebook itself: opening, recovery, conflicts, retention, the doctor."""
