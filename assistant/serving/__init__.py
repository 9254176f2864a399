"""What everything that listens on this computer shares: its address, and who may talk to it."""
