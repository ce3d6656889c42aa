"""V02 补换领行驶证: reissue or replacement of the driving permit of a vehicle."""
