"""支援 (M04): an officer in trouble calls, police come, everybody sees who and how far."""
