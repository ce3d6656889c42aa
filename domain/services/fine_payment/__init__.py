"""P02 罚款缴纳: payment of a fine."""
