"""How ``writing_gemm`` moves: what only this episode needs."""
