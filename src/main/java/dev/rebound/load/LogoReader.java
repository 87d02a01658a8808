package dev.rebound.load;

import dev.rebound.source.Problem;
import dev.rebound.source.Problems;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A logo is an SVG picture that stands on its own: it runs nothing and asks for nothing. */
final class LogoReader {
  private static final Set<String> RUNS =
      Set.of("script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler");

  /** Of CSS and attributes: what is not in the file itself. */
  private static final Pattern OUTSIDE =
      Pattern.compile("(?i)@import|url\\(\\s*['\"]?(?!\\s*['\"]?(#|data:image/))|javascript:");

  private LogoReader() {}

  /** Says what is wrong with it, if anything is. */
  static void check(SourceFile file, Problems problems) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(file.text()));
      boolean root = true;
      SourceSpan tag = SourceSpan.wholeFile(file.name());
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (root && !xml.getLocalName().equals("svg")) {
            problems.add(
                problem(
                    "SyntaxError",
                    start(file, xml),
                    "this is no SVG picture: it begins with <" + xml.getLocalName() + ">."));
            return;
          }
          root = false;
          tag = start(file, xml);
          element(xml, tag, problems);
        } else if (event == XMLStreamConstants.CHARACTERS
            && OUTSIDE.matcher(xml.getText()).find()) {
          problems.add(outside(tag));
        }
      }
    } catch (XMLStreamException broken) {
      Location at = broken.getLocation();
      problems.add(
          problem(
              "SyntaxError",
              at == null ? SourceSpan.wholeFile(file.name()) : place(file, at),
              "this is no SVG picture: its XML cannot be read here."));
    }
  }

  private static void element(XMLStreamReader xml, SourceSpan tag, Problems problems) {
    if (RUNS.contains(xml.getLocalName().toLowerCase(Locale.ROOT))) {
      problems.add(problem("UnsafeHtml", tag, "a logo holds no <" + xml.getLocalName() + ">."));
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
      String value = xml.getAttributeValue(i).strip();
      if (name.startsWith("on")) {
        problems.add(problem("UnsafeHtml", tag, "a logo holds no script: " + name + "."));
      } else if (linksOut(name, value) || OUTSIDE.matcher(value).find()) {
        problems.add(outside(tag));
      }
    }
  }

  private static boolean linksOut(String name, String value) {
    return Set.of("href", "src").contains(name)
        && !value.startsWith("#")
        && !value.startsWith("data:image/");
  }

  private static Problem outside(SourceSpan at) {
    return problem("UnsafeHtml", at, "a logo asks for nothing outside its own file.");
  }

  private static Problem problem(String rule, SourceSpan at, String message) {
    return new Problem(
        rule, at, message, "Save it as plain SVG: shapes and colours, no scripts, nothing linked.");
  }

  /** Where a tag begins: the reader stands at its end. */
  private static SourceSpan start(SourceFile file, XMLStreamReader xml) {
    SourceSpan end = place(file, xml.getLocation());
    int to = file.offset(end.line(), end.column());
    return file.at(Math.max(0, file.text().lastIndexOf('<', Math.max(0, to - 1))));
  }

  private static SourceSpan place(SourceFile file, Location at) {
    int line = Math.max(1, Math.min(at.getLineNumber(), file.lines()));
    int end = file.lineEnd(line);
    int offset = file.offset(line, Math.max(1, at.getColumnNumber()));
    return file.at(Math.min(offset, Math.max(end, 0)));
  }
}
