"""`python -m mirasapo.cli`: the same as `mirasapo`."""

from mirasapo.cli.main import main

if __name__ == "__main__":
    main()
