"""How ``fully_connected`` moves: what only this chapter needs."""
