"""Where photos are opened and copies made. Everything here runs in the press process, never in the house."""
