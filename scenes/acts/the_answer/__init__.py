"""How ``the_answer`` moves: what only this chapter needs."""
