// Nothing: the entry point is in the library, the main function in libFuzzer. A link needs a file.
