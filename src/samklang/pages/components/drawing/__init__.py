"""Drawing: marks in shares of the width, painted as SVG that stretches with a page or stands on its own."""
