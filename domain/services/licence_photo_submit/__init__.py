"""D10 提交驾驶证照片: a photo for the licence is submitted."""
