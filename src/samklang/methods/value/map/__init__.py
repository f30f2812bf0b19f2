"""The value map: its entities, and the strict reading of one."""
