"""突发事件信息报送 (M22): first report at once, written report, follow-ups, final report to the superior command."""
