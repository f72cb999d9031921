"""Change to publication to delivery: keeps wanted and confirmed state; the difference is the queue."""
