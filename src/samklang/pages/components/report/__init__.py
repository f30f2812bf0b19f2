"""A report as blocks: one object that the page and the PDF are both drawn from, and that can be frozen."""
