"""The papers that people hold, to be read, printed and kept, and those that an office prints."""
