"""Calls for help of the invented weeks: two that were real, one taken back, one drill; and who is on duty."""
