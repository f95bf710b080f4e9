"""Everything between the scenes and the files on disk: render, encode, caption, deliver.

The way of a chapter, module by module::

    settings     what is to be made
    filming      Manim runs through the scene: to plan it (plan, fingerprints) or to draw plays:
                 recorder, canvas, segments, colour: one short video per play, kept in the cache
    studio       all chapters planned, their plays dealt out (dealing) to a crew of workers (tasks)
    delivery     joining, captions, outline, stills: segments become videos and their companions
    manifest     the list of it all
    homes        which folder it goes to (namesakes, origins), held meanwhile (locks)
    files        whole or not at all: what is being made is a half (halves) until it is done
    commands     what can be typed
"""

import scenes.production.planning.inputs  # noqa: F401  # first: it notes the state of what is loaded
