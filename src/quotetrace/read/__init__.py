"""Read: inputs → articles and problems."""
