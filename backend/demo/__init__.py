"""Invented people, places and weeks of patrols to try the product with."""
