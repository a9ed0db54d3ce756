"""消息: each person's inbox, where else they want to be told, and what became of what was sent out."""
