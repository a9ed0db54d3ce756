"""Exports of the ledger: exactly what the filters show, as a file, with its progress."""
