"""The oracle: the true numbers of a film once more, by other means.

The ledger is filled by the readers and the traces that the scenes use, and printed by their
formatter; were one of these wrong, scene and ledger would agree on a wrong number.  So the gate
asks here as well.  What is here reads the files with tomllib, csv and Pillow, reckons in loops of
plain Python, and prints with decimal; it shares no line with mathcore, which a test proves, and
knows nothing of Manim.  What a reader accepts, or how a number is rounded, stands here a second
time, written from the rule and not from the code: who changes the one changes the other, and a
difference turns the gate red.
"""
