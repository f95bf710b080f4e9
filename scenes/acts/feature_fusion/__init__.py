"""How ``feature_fusion`` moves: what only this chapter needs."""
