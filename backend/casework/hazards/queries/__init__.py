"""Reading notifications: one's own township's, those told to one's body, those reported to one's government."""
