"""D06 提交身体条件证明: a medical certificate is submitted."""
