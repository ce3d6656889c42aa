"""D11 变更驾驶证联系方式: the licence holder's contact."""
