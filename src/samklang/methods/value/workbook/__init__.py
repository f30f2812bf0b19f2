"""The value map as a workbook: for those who work in a spreadsheet, with every step as a formula, and back again."""
