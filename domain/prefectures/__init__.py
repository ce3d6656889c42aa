"""What is open where: the decisions of a prefecture about its windows."""
