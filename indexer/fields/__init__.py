"""What each kind of paper says of itself: fields, each with its place. A field without evidence is missing."""
