"""Other programs' formats, one module each: what comes in becomes our values, and what goes out says what it loses."""
