"""Results in words: Swedish, English and Danish, with the verbs the evidence level allows."""
