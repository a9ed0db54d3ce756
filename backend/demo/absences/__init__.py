"""Invented leave and borrowings."""
