"""The National Tax Agency's register of corporations (国税庁法人番号公表サイト), read from its files."""
