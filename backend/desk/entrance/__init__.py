"""The door: sign in, sign out, the first password, and what a script learns of its own session."""
