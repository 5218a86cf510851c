"""Extract: article → passages in marks and reported clauses."""
