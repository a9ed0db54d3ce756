"""Invented emergencies: one over with its report, a drill, one going on."""
