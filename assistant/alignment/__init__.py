"""Profile and recommendation -> report. The marker is not the pupil: nothing here reads how advice was made."""
