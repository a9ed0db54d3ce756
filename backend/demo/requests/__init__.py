"""Invented requests between bodies."""
