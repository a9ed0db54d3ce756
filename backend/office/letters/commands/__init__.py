"""Sealing, scanning, and setting how papers are numbered and worded."""
