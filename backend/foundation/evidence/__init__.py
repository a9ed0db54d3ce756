"""Photos: bytes, digest, what the file itself says, and the copies made of it."""
