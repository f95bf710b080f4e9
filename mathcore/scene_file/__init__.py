"""Reading the numbers of a scene's own file, a step a module."""
