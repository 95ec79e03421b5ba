"""What people and pages keep so that indicators can be computed."""
