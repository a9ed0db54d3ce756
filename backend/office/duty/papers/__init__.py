"""排班表 as files: a workbook that is read back, the month's sheet on paper, a calendar for the telephone."""
