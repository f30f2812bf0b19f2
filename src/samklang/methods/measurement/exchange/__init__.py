"""Instruments for other systems: FHIR, XLSForm, ReproSchema and a codebook, out and back. No licensed word leaves."""
