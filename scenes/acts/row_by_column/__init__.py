"""How ``row_by_column`` moves: what only this chapter needs."""
