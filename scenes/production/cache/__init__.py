"""What is finished is kept, whole, for as long as there is room."""
