"""Everything between the scenes and the files on disk: render, encode, caption, deliver.

The way of a chapter, module by module::

    settings     what is to be made
    filming      Manim runs through the scene; recorder, segments, colour: one short video per play
    delivery     joining, captions, outline, stills: segments become videos and their companions
    manifest     the list of it all
    work         several chapters side by side
    commands     what can be typed
"""
