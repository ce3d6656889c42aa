"""D01 期满换领驾驶证: renewal of a licence that expires."""
