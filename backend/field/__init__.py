"""The street: what officers do and find outside (巡查, 发现)."""
