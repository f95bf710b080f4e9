"""What all tests have in common: a busy machine is no fault, Ctrl-C is heard, looks are shared."""

import signal

import pytest
from hypothesis import settings

# The same commit gets the same verdict; the longer run draws other examples each time.
settings.register_profile("film", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile("film")

# Some tests press Ctrl-C; what a script starts in the background is born deaf to it.
signal.signal(signal.SIGINT, signal.default_int_handler)


COSTLY = (
    "packed",
    "address",
    "film",
    "plainly",
    "browser",
)  # fixtures


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Bring the tests of one look, or of one costly fixture, together: it is made but once."""
    groups: dict[str, list[pytest.Item]] = {}
    for item in items:
        shared = [name for name in COSTLY if name in getattr(item, "fixturenames", ())]
        if shared and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(shared[0]))
        marked = item.get_closest_marker("xdist_group")
        groups.setdefault(marked.args[0] if marked else item.nodeid, []).append(item)
    items[:] = [item for group in groups.values() for item in group]
