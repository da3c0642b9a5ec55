"""Dialogs that any screen may open: asking, choosing, forms, help, danger, jump."""
