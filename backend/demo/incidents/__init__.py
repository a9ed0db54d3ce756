"""Invented incidents and what was reported of them."""
