"""The families of this notebook, and bringing one in."""
