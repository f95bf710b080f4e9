"""Pictures as numbers: pixels, tiles, paintings, windows."""
