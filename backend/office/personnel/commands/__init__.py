"""What an administrator does: one transaction and one event each, guarded by the version they saw."""
