"""D08 延期驾驶证审验: deferral of the licence review."""
