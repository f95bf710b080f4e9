"""How ``the_question`` moves: what only this chapter needs."""
