"""Cli: parse → call → render → exit code."""
