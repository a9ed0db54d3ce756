"""Reading what an administrator brings. Pure."""
