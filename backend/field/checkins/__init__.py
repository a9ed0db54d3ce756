"""报平安: a timer runs while somebody is on a risky visit; who says nothing twice is helped."""
