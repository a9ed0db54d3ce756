"""The list as a spreadsheet: read in the press, for it is a stranger's file, and written in the same form."""
