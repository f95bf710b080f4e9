"""What all tests have in common: a busy machine is no fault."""

from hypothesis import settings

settings.register_profile("film", deadline=None)
settings.load_profile("film")
