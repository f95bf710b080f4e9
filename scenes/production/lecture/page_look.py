"""The colours of the pages: the roles of the film's two themes, as variables of CSS.  Pure."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.kit.ground.theme import NIGHT, THEMES, Theme, mix

HUES = range(1, 5)  # those of the emblem


def roles() -> str:
    """Return a rule for each theme; the page, or a part of it, chooses with ``data-theme``."""
    return "\n".join(map(_rule, THEMES.values()))


def roles_by_preference() -> str:
    """Return the roles for a page to read: light, or dark where the reader's system is."""
    light, dark = THEMES["paper"], NIGHT
    night = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_variables(dark)} }} }}"
    return f":root {{ {_variables(light)} }}\n{night}"


def _rule(theme: Theme) -> str:
    return f'[data-theme="{theme.name}"] {{ {_variables(theme)} }}'


def _variables(theme: Theme) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in _colours(theme))


def _colours(theme: Theme) -> Iterator[tuple[str, str]]:
    for role in ("background", "panel", "line", "ink", "muted", "focus"):
        yield role, getattr(theme, role)
    yield "raised", mix(theme.panel, theme.ink, 0.1)
    yield "edge", mix(theme.line, theme.ink, 0.12)
    yield "track", mix(theme.background, theme.ink, 0.14)
    yield "track-current", mix(theme.background, theme.ink, 0.3)
    for slot in HUES:
        yield f"k{slot}", theme.hue(slot).fill
