"""Arguments in, exit code out; the work is done elsewhere."""
