"""在岗: who is on duty now."""
