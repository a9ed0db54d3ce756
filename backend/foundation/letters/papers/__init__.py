"""From a paper in words to its PDF or DOCX. No database here: it runs in the press."""
