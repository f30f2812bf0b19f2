"""What a change is worth: impact, flows, present value, uncertainty, valuation, guards and the working shown."""
