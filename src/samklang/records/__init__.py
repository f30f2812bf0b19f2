"""Records: Django apps that keep what people do, with permissions, verbs and an audit trail."""
