"""Match: quotes → aligned pairs."""
