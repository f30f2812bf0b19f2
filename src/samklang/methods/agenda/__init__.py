"""The agenda: how far voters agree on an order, whether a logic model hangs together, the checks of an outcome."""
