package dev.rebound.publish.print;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.TestAssertion.Status;
import org.verapdf.pdfa.results.ValidationResult;

/** The independent judge of PDF/UA and PDF/A. */
final class VeraPdf {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private VeraPdf() {}

  /** What a PDF breaks of PDF/UA-1 and PDF/A-3a, clause by clause. */
  static List<String> failures(byte[] pdf) throws Exception {
    List<PDFAFlavour> flavours = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A);
    List<String> failures = new ArrayList<>();
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_A);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavours)) {
      List<ValidationResult> results = validator.validateAll(parser);
      if (results.size() != flavours.size()) {
        failures.add("validated " + results.size() + " of " + flavours.size() + " flavours");
      }
      for (ValidationResult result : results) {
        for (TestAssertion assertion : result.getTestAssertions()) {
          if (assertion.getStatus() == Status.FAILED) {
            failures.add(
                assertion.getRuleId()
                    + " "
                    + assertion.getMessage()
                    + " "
                    + assertion.getLocation().getContext());
          }
        }
      }
    }
    return failures;
  }
}
