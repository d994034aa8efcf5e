// A conformance of a public type is public, and so are the imports it rests on.
public import ArgumentParser
public import Intake

extension InputChoice: ExpressibleByArgument {}
