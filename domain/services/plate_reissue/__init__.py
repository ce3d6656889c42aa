"""V01 补换领机动车号牌: reissue or replacement of plates."""
