"""Invented campaigns: the township's own each fortnight, one of a department over two townships, one that waits."""
