"""Reading an example file: from TOML to checked values, with every fault in words.

`toml` reads the file, `tables` and `texts` and `numbers` check its pieces, `ingredients`,
`mixtures`, `properties` and `words` know what each section holds, and `printing` rounds so
that the numbers on screen add up.
"""
