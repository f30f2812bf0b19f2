"""How sure the value is: draws, break-even values, what decides, and what it is worth to measure better."""
