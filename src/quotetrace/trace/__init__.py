"""Trace: links → families → traces."""
