"""今日: what this person should look at first."""
