"""D04 超龄换领驾驶证: exchange of a licence on reaching the age limit of a class."""
