"""Invented people at their posts: signing in and out, what a shift tells the next, one spot check."""
