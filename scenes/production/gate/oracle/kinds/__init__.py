"""The true numbers of layer files: for each kind a module of its name.

Its function ``sources(path, table)`` returns, by the names that claims give them, the same tables
and products as ``scenes/kit/ledgers`` has for that kind; it reads the file and what that names.
"""
