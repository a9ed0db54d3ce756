"""What can be done with a call for help, one file per noun; each is one transaction with its event in the journal."""
