"""What can be done with a leave or a borrowing: one transaction and one event each."""
