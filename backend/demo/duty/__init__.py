"""Invented posts, a published month around today, a draft of the next, a swap that waits for the captain."""
