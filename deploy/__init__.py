"""Running Antwoord: the supervisor behind `make run`, the web server's settings, test servers."""
