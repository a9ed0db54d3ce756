"""发送情况: what this phone has made, what the server holds of it."""
