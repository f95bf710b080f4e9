"""Make ``coffee.ppm`` again: ``python assets/images/coffee.py``, where scikit-image is installed.

The photograph is shrunk to 48 × 32 pixels, each the mean of what it covers, and written as a PPM.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from skimage import data, transform

ROWS, COLUMNS, BRIGHTEST = 32, 48, 255


def main() -> None:
    """Shrink the photograph and write it."""
    small = transform.resize_local_mean(data.coffee(), (ROWS, COLUMNS), preserve_range=True)
    pixels = np.round(small).astype(np.uint8)
    head = f"P6\n# coffee, by Rachel Michetti, CC0\n{COLUMNS} {ROWS}\n{BRIGHTEST}\n"
    Path(__file__).with_suffix(".ppm").write_bytes(head.encode() + pixels.tobytes())


if __name__ == "__main__":
    main()
