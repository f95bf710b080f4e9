"""What all tests have in common: a busy machine is no fault, and Ctrl-C is heard."""

import signal

from hypothesis import settings

settings.register_profile("film", deadline=None)
settings.load_profile("film")

# Some tests press Ctrl-C; what a script starts in the background is born deaf to it.
signal.signal(signal.SIGINT, signal.default_int_handler)
