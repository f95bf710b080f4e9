"""A Dask scheduler, and what its workers bring back: data, or what went wrong in words."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from pkgutil import resolve_name
from typing import Any

from scenes.production.planning.compatibility import Machine
from scenes.production.workers.cluster_worker import objection
from scenes.production.workers.outcome import FarmError
from scenes.production.workers.pickle_guard import error_of, printable, sealed

PATIENCE = 5.0  # seconds in which a scheduler and a worker answer
PLAIN = ["msgpack", "error"]  # results come as data, and never as pickles
THERE = "scenes.production.workers.cluster_worker:MOST"
TLS = ", ".join(
    f"DASK_DISTRIBUTED__COMM__TLS__{name}=….pem"
    for name in ("CA_FILE", "CLIENT__CERT", "CLIENT__KEY")
)
NEVER = logging.CRITICAL + 1
HOW = "dask worker {address} --nthreads 1"
DISTRUST = (
    "Nothing of it was run or kept. If that machine is yours, set the project up there anew and "
    "start its worker again; else use another farm."
)


@contextmanager
def connected(address: str) -> Iterator[tuple[Any, list[str]]]:
    """Offer a connection to a scheduler, sealed, and the names of what the seal has refused."""
    _load_dask()
    with sealed() as refused:
        client = _client(address)
        try:
            yield client, refused
        finally:
            with suppress(Exception):  # a scheduler that is gone cannot be told
                client.close(timeout=PATIENCE)


def _load_dask() -> None:
    """Load Dask, which opens pickles of its own meanwhile, and keep it quiet."""
    try:
        import distributed  # noqa: F401
    except ImportError as error:
        raise FarmError(
            "--farm needs Dask, which is not installed: .venv/bin/pip install -e '.[farm]'"
        ) from error
    for name in tuple(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(NEVER)  # we say what matters ourselves
    warnings.filterwarnings("ignore", module="distributed")


def _client(address: str) -> Any:
    import dask
    from distributed import Client

    if address.startswith("tls://") and not dask.config.get("distributed.comm.tls.ca-file", None):
        raise FarmError(f"{address}: no certificates are named for an encrypted farm. Set {TLS}")
    try:
        return Client(address, timeout=PATIENCE, set_as_default=False, deserializers=PLAIN)
    except (OSError, ValueError, TypeError) as error:
        raise FarmError(
            f"{address}: no Dask scheduler answers there. Start one (.venv/bin/dask scheduler), or "
            "check the address: --farm tcp://host:8786"
        ) from error


def muster(client: Any, address: str, machine: Machine) -> int:
    """Count the workers; each must be able to draw the very same pictures."""
    with suppress(TimeoutError):
        client.wait_for_workers(1, timeout=PATIENCE)
    # a worker without the project cannot even read what it is asked, so first a thing that all can
    _require(client.run(resolve_name, THERE, on_error="return"))
    answers = client.run(objection, machine, on_error="return")
    _require(answers)
    for worker, answer in answers.items():
        if answer != "":
            said = printable(answer) if isinstance(answer, str) else "says what is no text"
            raise FarmError(f"farm worker {worker} {said}")
    if not answers:
        raise FarmError(
            f"{address}: this farm has no workers. Start one or more in the project's "
            f"folder, on any machine: .venv/bin/{HOW.format(address=address)}"
        )
    return len(answers)


def _require(answers: Mapping[str, Any]) -> None:
    """Refuse workers that could not answer."""
    for worker, answer in answers.items():
        if isinstance(answer, BaseException):
            name, text = error_of(answer)
            raise FarmError(
                f"farm worker {worker} cannot work for this project ({name}: {text}). Set the "
                "project up there, and start the worker with the dask of its .venv."
            )


def result_of(away: Any, address: str) -> object:
    """Return what came back, or say what became of the farm."""
    if away.status in ("cancelled", "lost"):
        raise lost(address)
    try:
        return away.result()
    except CancelledError as error:
        raise lost(address) from error
    except Exception as error:
        name, text = error_of(error)
        if name == "KilledWorker":
            raise BrokenProcessPool(text) from None  # as if it had been a process of ours
        raise FarmError(
            f"{address}: a worker could not work ({name}: {text}). {DISTRUST}"
        ) from None


def worker_of(away: Any, address: str) -> str:
    """Name the worker that has done some work, as the scheduler knows it."""
    holders: list[Any] = []
    with suppress(Exception):
        holders = list(away.client.who_has([away])[away.key])
    return f"farm worker {holders[0]}" if holders else f"{address}: a worker"


def is_manned(client: Any) -> bool:
    """Tell whether there is anybody to do the work."""
    try:
        return bool(client.nthreads())
    except Exception:
        return False


def lost(address: str) -> FarmError:
    """Say that the farm is gone."""
    return FarmError(
        f"{address}: the farm was lost: its scheduler, or all of its workers, are gone. Run the "
        "same command again when they are back: finished parts are kept."
    )
