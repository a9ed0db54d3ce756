"""Bytes at rest: found by what they are (SHA-256), never by what somebody called them."""
