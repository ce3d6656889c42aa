"""D09 延期换领驾驶证: deferral of a licence renewal."""
