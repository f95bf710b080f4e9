"""How ``recipes_to_matrix`` moves: what only this chapter needs."""
