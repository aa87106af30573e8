"""What must survive: kills at random moments and power cuts, simulated on recorded writes and syncs."""
