"""Estimators, intervals, weights and resampling: pure, from count tables, refusing what the data can't carry."""
