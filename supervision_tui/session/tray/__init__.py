"""The tray of a session: lines jotted while people talk, what they can become, and placing them."""
