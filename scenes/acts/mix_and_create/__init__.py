"""How ``mix_and_create`` moves: what only this chapter needs."""
