"""Records: reviewed, confirmed, issued; subject access."""
