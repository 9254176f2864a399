"""What Plumbline is measured by: suites of cases, run through the front door, marked by small pure scorers."""
