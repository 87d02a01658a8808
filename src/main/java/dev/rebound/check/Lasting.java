package dev.rebound.check;

import java.util.Set;

/**
 * The rules that no question can silence: without its files and the chain from answer to source a
 * course keeps no promise. What remains is advice on questions, where an author may know better.
 */
public final class Lasting {
  /** Files and traceability, whole. */
  public static final Set<String> RULES =
      Set.of(
          // Files
          "SyntaxError",
          "SchemaViolation",
          "DuplicateId",
          "UnknownReference",
          "BrokenLink",
          "MissingAltText",
          "HeadingSkipsLevel",
          "UnsafeHtml",
          "OrphanFile",
          "UnusedAllow",
          // Traceability
          "AnswerWithoutPrinciple",
          "UnknownPrinciple",
          "CorrectAnswerBreaksPrinciple",
          "DistractorAppliesPrinciple",
          "PrincipleWithoutExcerpt",
          "UnknownExcerpt",
          "UnusedExcerpt",
          "QuoteNotInSource",
          "QuoteAmbiguous",
          "QuoteTooShort",
          "QuoteNotByAuthor",
          "SourceDrifted",
          "PrincipleNotTaught",
          "PrincipleNotTested",
          "TestedBeforeTaught",
          "ContestedWithoutNote",
          "UnmarkedCopy",
          "QuotationBudgetExceeded",
          "CreditMissing",
          "WholeSentenceQuoted",
          "ReviewOutdated");

  private Lasting() {}
}
