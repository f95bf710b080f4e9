"""How ``attention`` moves: what only this chapter needs."""
