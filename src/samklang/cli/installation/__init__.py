"""What backing up, restoring and erasing an installation are made of. Imported only after Django is set up."""
