"""What the fault cases are made of: spools, the shim, the invariants, the power-loss model."""
