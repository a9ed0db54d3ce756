"""Units and people as an administrator sees them, always within their reach."""
