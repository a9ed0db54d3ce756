"""What can be done with a patrol, one file per noun; each is one transaction with one event in the journal."""
