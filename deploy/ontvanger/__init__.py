"""A receiver of deliveries to learn from, and a test for any receiver. Neither imports anything of ours."""
