"""Invented equipment and who has it."""
