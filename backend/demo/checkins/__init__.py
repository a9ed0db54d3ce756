"""Invented visits on which somebody said that they are well, or was reminded."""
