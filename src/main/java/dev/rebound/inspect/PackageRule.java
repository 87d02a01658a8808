package dev.rebound.inspect;

import dev.rebound.source.Finding;
import dev.rebound.source.Severity;
import dev.rebound.source.SourceSpan;

/**
 * What a package must hold to be launched anywhere. Each constant's {@link #id} is also its page,
 * {@code docs/rules/packages/<id>.md}.
 */
public enum PackageRule {
  /** Not a flaw: what the package is and holds. */
  PACKAGE_CONTENTS("PackageContents", Severity.NOTE),
  BROKEN_ZIP("BrokenZip", Severity.ERROR),
  ZIP_BOMB("ZipBomb", Severity.ERROR),
  UNSAFE_PATH("UnsafePath", Severity.ERROR),
  DUPLICATE_PATH("DuplicatePath", Severity.ERROR),
  MANIFEST_MISSING("ManifestMissing", Severity.ERROR),
  BROKEN_XML("BrokenXml", Severity.ERROR),
  EXTERNAL_ENTITY("ExternalEntity", Severity.ERROR),
  UNKNOWN_STANDARD("UnknownStandard", Severity.ERROR),
  MANIFEST_STRUCTURE("ManifestStructure", Severity.ERROR),
  BAD_VALUE("BadValue", Severity.ERROR),
  DUPLICATE_IDENTIFIER("DuplicateIdentifier", Severity.ERROR),
  DANGLING_REFERENCE("DanglingReference", Severity.ERROR),
  FILE_MISSING("FileMissing", Severity.ERROR),
  FILE_NOT_LISTED("FileNotListed", Severity.WARNING),
  LOADED_FILE_MISSING("LoadedFileMissing", Severity.WARNING),
  CONTROL_DOCUMENT_MISSING("ControlDocumentMissing", Severity.WARNING),
  NOTHING_TO_LAUNCH("NothingToLaunch", Severity.ERROR),
  OUTSIDE_REQUEST("OutsideRequest", Severity.WARNING);

  private final String id;
  private final Severity severity;

  PackageRule(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /** As findings name it. */
  public String id() {
    return id;
  }

  Finding at(SourceSpan span, String message, String hint) {
    return new Finding(id, severity, span, message, hint);
  }
}
