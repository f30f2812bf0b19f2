"""Cost of exclusion: a person's path through the years priced per payer, beside the path it could have been."""
