"""One small scene a noun, a folder a room: the pictures of the catalogue, to copy from."""
