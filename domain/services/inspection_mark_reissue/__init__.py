"""V03 补领检验合格标志: reissue of the inspection mark."""
