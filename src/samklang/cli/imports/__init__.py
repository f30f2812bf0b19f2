"""The kinds of `samklang import`: each file has `register(kinds)`, as a command has, and is found by itself."""
