"""`python -m cellwright` is the command `cellwright`."""

from cellwright.command import main

main()
