"""Sharing a position, and forgetting it."""
