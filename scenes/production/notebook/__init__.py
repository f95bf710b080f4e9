"""Chapters and beats in notebooks."""
