"""D03 损毁换领驾驶证: replacement of a licence that is damaged."""
