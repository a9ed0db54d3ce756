"""Full-text index over every record, in Chinese, on both engines."""
