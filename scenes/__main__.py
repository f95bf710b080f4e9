"""The command line: ``python -m scenes``, which is what ``./render.sh`` calls."""

from __future__ import annotations

import signal
import sys
from concurrent.futures import BrokenExecutor

import click

from mathcore import ExampleError
from scenes.kit.stage.choices import ChoiceError
from scenes.kit.stage.script import ScriptError
from scenes.production.cache.terminal import say, spell_out
from scenes.production.commands.front_door import main as front_door
from scenes.production.drawing.manim_settings import ignore_settings_files
from scenes.production.planning.inputs import InputsChangedError
from scenes.production.workers.outcome import explain

SAID = (
    ChoiceError,
    ExampleError,
    InputsChangedError,
    ScriptError,
    OSError,
    BrokenExecutor,
    KeyboardInterrupt,
)


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit status; what goes wrong is said in words."""
    try:
        front_door.main(args=arguments, prog_name="./render.sh", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SAID as error:
        return _tell(error)
    except click.Abort:
        return _tell(KeyboardInterrupt())
    except SystemExit as error:
        return int(error.code or 0)
    return 0


def _tell(error: BaseException) -> int:
    problem = explain(error)
    say(problem.message)
    return problem.status


def listen() -> None:
    """Stop in good order when told to, also as a background job, which is deaf to Ctrl-C."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)


def _interrupt(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    ignore_settings_files()
    spell_out()
    listen()
    sys.exit(main())
