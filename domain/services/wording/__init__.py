"""What is said for each rule of the forms, by the kind of rule."""
