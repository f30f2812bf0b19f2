"""The guards: VE… findings stop an analysis, VW… findings are shown with every result and can't be hidden."""
