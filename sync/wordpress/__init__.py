"""What a stock WordPress is told and what it answers; `sync/doelen/wordpress.py` is the target made of it."""
