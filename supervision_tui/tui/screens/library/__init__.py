"""The library: everything that can be asked, read and done, found by a few letters."""
