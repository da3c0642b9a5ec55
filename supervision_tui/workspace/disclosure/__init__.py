"""What leaves the notebook: documents issued, and the checks that run before."""
