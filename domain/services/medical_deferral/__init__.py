"""D07 延期提交身体条件证明: deferral of the medical certificate."""
