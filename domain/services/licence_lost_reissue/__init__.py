"""D02 遗失补领驾驶证: reissue of a licence that is lost."""
