"""联合整治 (M13): plan, approval, the patrols that belong to it, the sheet of each day, the final report."""
