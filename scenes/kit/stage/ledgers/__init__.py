"""The true numbers of layer files: for each kind a module of its name.

Its function ``sources(layer)`` returns the named traces and arrays that numerals may claim to be
of; it knows the loaded file and nothing else.
"""
