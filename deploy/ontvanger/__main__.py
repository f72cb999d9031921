"""`python3 -m ontvanger`, from the folder above."""

import sys

from .ontvanger import main

sys.exit(main())
