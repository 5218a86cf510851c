"""No test judges a time: a busy machine is no fault of the code."""

from hypothesis import settings

settings.register_profile("quotetrace", deadline=None)
settings.load_profile("quotetrace")
