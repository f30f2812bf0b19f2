"""The template tags of components."""
