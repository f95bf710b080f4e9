"""Matrices and how they meet: cells, grids, Falk's layout, a row that meets a column."""
