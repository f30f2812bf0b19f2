"""Pages: HTTP, forms, HTML, PDF, files and the API."""
