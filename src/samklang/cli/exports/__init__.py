"""The kinds of `samklang export`: each file has `register(kinds)`, as a command has, and is found by itself."""
