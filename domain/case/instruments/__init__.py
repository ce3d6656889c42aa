"""The papers 文书 that people hold because of a case: receipts, notices, decisions."""
