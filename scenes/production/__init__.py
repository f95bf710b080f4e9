"""Everything between the scenes and the files on disk, in rooms.

The way of a chapter::

    planning     what is to be made: settings, plans, and the key of every play
    drawing      Manim runs through the scene; only what has changed is drawn
    encoding     frames become segments, one a play; segments become one video
    cache        segments and pictures that are finished, kept while there is room
    workers      all chapters planned, their plays dealt out to processes or to a cluster
    delivery     videos with captions, marks, stills and manifest, in folders that know their source
    gate         what is shown is true, can be read, and is what was delivered
    lecture      what a lecturer shows, embeds or hands out
    commands     what can be typed

Beside it: ``voice`` (recordings), ``notebook`` (clips in a notebook), ``bench`` and ``probe``.
"""

import scenes.production.planning.inputs  # noqa: F401  # first: it notes the state of what is loaded
