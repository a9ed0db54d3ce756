"""Reading the ledger, always from what this person may see."""
