"""Invented tasks: done, under way, reported, given back."""
