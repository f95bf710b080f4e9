"""Learn the weights of the attention layers again: ``python assets/attention/train.py``.

Without a name it learns those of every shipped layer file of the kind; with the path of a layer
file of yours, its own.  The same file and the same seed give the same weights, rounded before they
are used: what is shown is what is multiplied.
"""

from __future__ import annotations

import sys
from itertools import permutations
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from mathcore import ExampleError, kind_of, printable, softmax  # noqa: E402
from mathcore.layer_file.attention_task import KEYS, Task, read_task  # noqa: E402
from mathcore.layer_file.reading import open_file, refuse_faults  # noqa: E402
from mathcore.listing import files_in  # noqa: E402
from mathcore.recipe_file.tables import show  # noqa: E402
from mathcore.recipe_file.toml import read_toml  # noqa: E402

SEED, START, PLACES = 0, 0.5, 1
STEPS, PACE, EVERY = 400, 1.0, 4  # of the orders; every fourth set of things is held out
DECAY, SURE, HALVINGS = 0.005, 0.93, 5  # weights stay small, but each order is to be this sure
TABLES, TASTING_STEPS, STRIDE = 150, 300, 0.1  # of the glasses; a stride is as long, and shrinks
LEAST = 1e-12  # slope; where it is flatter, nothing is left to learn

Pair = tuple[np.ndarray, np.ndarray]


def seen_sets(task: Task) -> list[tuple[int, ...]]:
    """Return the sets of things that are trained on; every fourth is held out, in any order."""
    return [things for n, things in enumerate(task.sets) if n % EVERY != EVERY - 1]


def shares_of(weights: Pair, order: int, things: tuple[int, ...]) -> np.ndarray:
    """Return how an order is shared among things that stand together."""
    asks, answers = weights
    return softmax(answers[list(things)] @ asks[order] / np.sqrt(asks.shape[1]))


def surest(weights: Pair, task: Task, sets: list[tuple[int, ...]]) -> float:
    """Return the least share that any order puts on what it means."""
    found = (
        shares_of(weights, order, things)[things.index(task.orders[order].finds)]
        for things in sets
        for order in task.orders_for(things)
    )
    return float(min(found))


def learn_orders(task: Task, draws: np.random.Generator) -> Pair:
    """Learn W_q (orders, d) and W_k (things, d); the decay is halved until all orders are sure."""
    shapes = (len(task.orders), task.width), (len(task.things), task.width)
    asks, answers = (START * draws.standard_normal(shape) for shape in shapes)
    for halving in range(HALVINGS):
        weights = descend(task, asks.copy(), answers.copy(), DECAY / 2**halving)
        if surest(weights, task, seen_sets(task)) >= SURE:
            break
    return weights


def descend(task: Task, asks: np.ndarray, answers: np.ndarray, decay: float) -> Pair:
    """Descend on the cross-entropy of the shares of all sets that are seen."""
    sets, root = seen_sets(task), np.sqrt(task.width)
    cases = [(order, list(things)) for things in sets for order in task.orders_for(things)]
    orders = np.array([order for order, _ in cases])
    things = np.array([each for _, each in cases])
    wanted = things == np.array([task.orders[order].finds for order in orders])[:, None]
    for _ in range(STEPS):
        queries, keys = asks[orders], answers[things]  # (cases, d), (cases, things, d)
        wrong = softmax((keys * queries[:, None]).sum(axis=2) / root) - wanted
        uphill = np.zeros_like(asks), np.zeros_like(answers)
        np.add.at(uphill[0], orders, (wrong[:, :, None] * keys).sum(axis=1) / root)
        np.add.at(uphill[1], things, wrong[:, :, None] * queries[:, None] / root)
        asks -= PACE * (uphill[0] / len(cases) + decay * asks)
        answers -= PACE * (uphill[1] / len(cases) + decay * answers)
    return rounded(asks), rounded(answers)


def draw_tables(task: Task, draws: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Draw tables of glasses, of two kinds at least: what each is, and what it tastes of."""
    everyone, shape = task.everyone, (2 * TABLES, len(task.everyone.glasses))
    kinds = draws.integers(len(everyone.kinds), size=shape)
    kinds = kinds[(kinds != kinds[:, :1]).any(axis=1)]
    true = np.array([float(kind.value) for kind in everyone.kinds])
    return kinds, true[kinds] + float(everyone.noise) * draws.standard_normal(kinds.shape)


def aims_of(task: Task, aim: str, kinds: np.ndarray) -> np.ndarray:
    """Return what a head is to find: the true value of the own kind, or the mean of the others."""
    true = np.array([float(kind.value) for kind in task.everyone.kinds])[kinds]
    if aim == "own":
        return true
    others = kinds[:, :, None] != kinds[:, None, :]
    return (others * true[:, None, :]).sum(axis=2) / others.sum(axis=2)


def learn_head(task: Task, aim: str, draws: np.random.Generator) -> Pair:
    """Learn W_q and W_k (kinds, d) of a head: descend on the squared error of what it mixes.

    Every step has the same length but for its shrinking, so that it does not matter in which
    unit the glasses are measured.
    """
    shape = len(task.everyone.kinds), task.width
    asks, answers = (START * draws.standard_normal(shape) for _ in range(2))
    kinds, tasted = draw_tables(task, draws)
    aims, root = aims_of(task, aim, kinds), np.sqrt(task.width)
    for step in range(TASTING_STEPS):
        queries, keys = asks[kinds], answers[kinds]  # (tables, glasses, d)
        shares = softmax((queries[:, :, None] * keys[:, None, :]).sum(axis=3) / root)
        mixed = (shares * tasted[:, None, :]).sum(axis=2)
        wrong = (mixed - aims)[:, :, None] * shares * (tasted[:, None, :] - mixed[:, :, None])
        uphill = np.zeros((2, *shape))
        np.add.at(uphill[0], kinds, (wrong[:, :, :, None] * keys[:, None, :]).sum(axis=2))
        np.add.at(uphill[1], kinds, (wrong[:, :, :, None] * queries[:, :, None]).sum(axis=1))
        pace = STRIDE * (1 - step / TASTING_STEPS) / max(np.linalg.norm(uphill), LEAST)
        asks, answers = asks - pace * uphill[0], answers - pace * uphill[1]
    return rounded(asks), rounded(answers)


def mixing_errors(task: Task, aim: str, weights: Pair, tables: Pair) -> tuple[float, float]:
    """Return the mean squared error on tables of glasses: of what was tasted, and of the mix."""
    kinds, tasted = tables
    asks, answers = (part[kinds] for part in weights)
    shares = softmax(asks @ answers.transpose(0, 2, 1) / np.sqrt(task.width))
    mixed = (shares @ tasted[:, :, None])[:, :, 0]
    aims = aims_of(task, aim, kinds)
    return float(((tasted - aims) ** 2).mean()), float(((mixed - aims) ** 2).mean())


def rounded(weights: np.ndarray) -> np.ndarray:
    """Return weights as they are printed; no negative zero."""
    return np.round(weights, PLACES) + 0.0


def learn(task: Task) -> tuple[str, list[Pair]]:
    """Learn all of a file's weights; return what is to be recorded of them, too."""
    draws = np.random.default_rng(SEED)
    pairs = [learn_orders(task, draws)]
    held = [things for things in task.sets if things not in seen_sets(task)]
    lines = [f"made by train.py: seed {SEED}, rounded to {PLACES} place before use"]
    for what, sets in (("trained on", seen_sets(task)), ("held out", held)):
        if sets:
            count = sum(len(task.orders_for(each)) for each in sets) * arrangements(sets[0])
            lines.append(
                f"{what}: {count} cases, on the right one at least "
                f"{surest(pairs[0], task, sets):.4f}"
            )
    names = "; ".join(" ".join(task.things[thing].id for thing in each) for each in held)
    lines.append(f"held out, in any order: {names or 'nothing, there are too few'}")
    for head in task.everyone.heads:
        pairs.append(learn_head(task, head.aim, draws))
        fresh = draw_tables(task, np.random.default_rng(SEED + 1))
        before, after = mixing_errors(task, head.aim, pairs[-1], fresh)
        lines.append(
            f"head {head.aim}: on {len(fresh[0])} tables held out the mean squared error "
            f"goes from {before:.3f} to {after:.3f}"
        )
    return "\n".join(lines), pairs


def arrangements(things: tuple[int, ...]) -> int:
    """Return in how many orders things can stand."""
    return len(list(permutations(things)))


def task_of(path: Path) -> tuple[Task, Path]:
    """Return what a layer file asks to be learned, and the file for the weights."""
    table = read_toml(path)
    root = open_file(path, table, (*KEYS, "weights", "model"))
    task, named = read_task(root), root.required("weights", f'weights = "{path.stem}.csv"')
    if named is not None and not (isinstance(named, str) and named.endswith(".csv")):
        root.fault('weights names no table; write weights = "mine.csv"')
    elif named is not None and not is_near(path, path.parent / named):
        # whoever sends a layer file chooses no file of mine that is written over
        root.fault(
            f"weights is {show(named)}, outside of the folder and the project; name one near"
        )
    refuse_faults(root)
    assert task is not None
    return task, path.parent / named


def is_near(path: Path, file: Path) -> bool:
    """Tell whether a file lies, wherever links lead, below the layer file's folder or in here."""
    homes = path.parent.resolve(), HERE.parents[1].resolve()
    try:
        return any(file.resolve().is_relative_to(home) for home in homes)
    except (OSError, RuntimeError, ValueError):  # links in a circle, a character that no name has
        return False


def main(paths: list[Path]) -> int:
    """Learn, store, and say how well it does."""
    for path in paths:
        try:
            task, file = task_of(path)
        except ExampleError as error:
            print(printable(str(error), keep="\n"), file=sys.stderr)
            return 1
        record, pairs = learn(task)
        names = ["W_q a row an order, W_k a row a thing"]
        names += [f"head {head.aim}: W_q, then W_k, a row a kind" for head in task.everyone.heads]
        with file.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(f"# {line}\n" for line in record.splitlines())
            for name, pair in zip(names, pairs, strict=True):
                table = np.concatenate(pair)
                np.savetxt(stream, table, f"%.{PLACES}f", ",", header=name)
        print(f"{file.name}\n{record}")
    return 0


if __name__ == "__main__":
    layers = files_in(HERE.parent / "layers", "*.toml")
    shipped = [path for path in layers if kind_of(path) == "attention"]
    sys.exit(main([Path(name) for name in sys.argv[1:]] or shipped))
