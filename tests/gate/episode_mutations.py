"""What can be done wrong to the counts and the seconds of ``writing_gemm``."""

from __future__ import annotations

from tests.gate.mutations import Mutation, caption, redrawn, text, value_of

END = 1536  # touches of each walk

EPISODE: dict[str, dict[str, Mutation]] = {
    "writing_gemm/three_loops": {
        "a product too few": value_of("count", (512,), (511,), "products"),
        "a digit of the products": text("count", (512,), "521", "products"),
    },
    "writing_gemm/down_the_column": {
        "a miss too many": text("count", (END,), "545", "total_ijk"),
        "the misses of B for those of A": value_of("count", (END, 0), (END, 1), "running_ijk"),
        "the misses of A for those of B": value_of("count", (END, 1), (END, 0), "running_ijk"),
        "the total of a row before": value_of("count", (END,), (END - 192,), "total_ijk"),
        "drawn otherwise": redrawn("count", (END, 1), "215", "running_ijk"),
        "a count in the caption": caption("512", "521"),
    },
    "writing_gemm/along_the_row": {
        "another walk's total": text("count", (END,), "544", "total_ikj"),
    },
    "writing_gemm/down_two_columns": {
        "the worst one digit short": text("count", (END,), "108", "total_jki"),
        "the misses of C before the last row": value_of(
            "count", (END, 2), (END - 192, 2), "running_jki"
        ),
    },
    "writing_gemm/tiles": {
        "a tile's misses too few": value_of("count", (END,), (END - 192,), "total_tiles"),
        "the floor for the tiles": text("count", (END,), "48", "total_tiles"),
    },
    "writing_gemm/the_clock": {
        "the total of another walk": value_of("entry", (0, 3), (1, 3), "misses"),
        "the seconds of another walk": value_of("entry", (2, 0), (2, 1), "seconds"),
        "the seconds of smaller matrices": value_of("entry", (2, 3), (1, 3), "seconds"),
        "a decimal point moved": text("entry", (2, 4), "53.1", "seconds"),
        "a digit of the library's": text("entry", (2, 5), "0.318", "seconds"),
        "seconds in the caption": caption("5.31", "5.13"),
    },
    "writing_gemm/all_the_way_down": {
        "rows for columns": value_of("entry", (0, 0), (0, 1), "levels"),
        "the rows of another level": value_of("entry", (2, 0), (1, 0), "levels"),
        "a digit of a size": text("entry", (3, 1), "4008", "levels"),
    },
}
