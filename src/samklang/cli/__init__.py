"""The `samklang` command: one file for each command, registered here."""
