package dev.rebound.source;

/** Where a reader puts what is wrong, so that it can go on reading. */
@FunctionalInterface
public interface Problems {
  void add(Problem problem);

  /** A file or value that does not follow its language's grammar. */
  default void syntax(SourceSpan span, String message, String hint) {
    add(new Problem("SyntaxError", span, message, hint));
  }

  /** A value that is well-formed but not what its place takes. */
  default void schema(SourceSpan span, String message, String hint) {
    add(new Problem("SchemaViolation", span, message, hint));
  }
}
