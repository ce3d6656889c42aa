"""V06 变更机动车联系方式: the vehicle owner's contact."""
