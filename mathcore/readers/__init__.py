"""The files that people have, read as numbers: a format, or a family of formats, a module.

What computes imports NumPy alone; here a format's own library may be imported too, in the function
that needs it, so that who has no such file needs no such library.  A reader is given a path and
says how much it takes before it takes it.  Its ``ValueError`` goes on from the name of the file:
``is 60000 × 60000 pixels; at most …``.
"""
