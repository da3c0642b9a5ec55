"""Practitioners, teams and pods."""
