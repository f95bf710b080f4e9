"""How ``convolution`` moves: what only this chapter needs."""
