"""Lang: what varies by language, as data."""
