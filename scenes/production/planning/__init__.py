"""What is to be made, and the key of every play, before anything is drawn."""
