"""A session while it runs: its controller, autosave, a visit looked back on."""
