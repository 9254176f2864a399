"""Times and memory on this machine: printed beside their bars, never a test."""
