package dev.rebound.inspect;

import dev.rebound.source.Finding;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the values of a manifest must look like. */
final class Values {
  /** xs:ID, an NCName. */
  private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}\\p{M}._\\-\u00b7]*");

  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

  private final List<Finding> found;
  private final Map<String, Element> identifiers = new HashMap<>();

  Values(List<Finding> found) {
    this.found = found;
  }

  void bad(Element at, String what, String value, String wanted) {
    found.add(
        PackageRule.BAD_VALUE.at(
            at.span(), what + " is \"" + cut(value) + "\".", "It must be " + wanted + "."));
  }

  static String cut(String value) {
    return value.length() <= 60 ? value : value.substring(0, 59) + "\u2026";
  }

  /** An identifier that no other element of the document has. */
  void identifier(Element element, String key) {
    String id = element.attribute(key).orElse("");
    if (id.isBlank()) {
      return;
    }
    if (!ID.matcher(id).matches()) {
      bad(
          element,
          "the identifier of <" + element.name() + ">",
          id,
          "a letter or _ followed by letters, digits, . - or _");
    }
    unique(element, id);
  }

  void unique(Element element, String id) {
    Element other = identifiers.putIfAbsent(id, element);
    if (other != null) {
      found.add(
          PackageRule.DUPLICATE_IDENTIFIER.at(
              element.span(),
              "<" + element.name() + "> has the identifier \"" + cut(id) + "\" again.",
              "The first is the <" + other.name() + "> in line " + other.span().line() + "."));
    }
  }

  void decimal(Element at, String what, String value, double least, double most) {
    boolean number = DECIMAL.matcher(value).matches();
    if (!number || Double.parseDouble(value) < least || Double.parseDouble(value) > most) {
      bad(at, what, value, "a number from " + plain(least) + " to " + plain(most));
    }
  }

  private static String plain(double number) {
    return String.valueOf((long) number);
  }

  void oneOf(Element at, String what, String value, List<String> allowed) {
    if (!allowed.contains(value)) {
      bad(at, what, value, "one of " + String.join(", ", allowed));
    }
  }

  void longest(Element at, String what, String value, int most) {
    if (value.length() > most) {
      bad(at, what, value, "at most " + most + " characters long, not " + value.length());
    }
  }

  /** An absolute IRI. */
  void iri(Element at, String what, String value) {
    if (!uri(value).filter(URI::isAbsolute).isPresent()) {
      bad(at, what, value, "an absolute IRI, such as https://example.com/courses/one");
    }
  }

  /** An address, relative or not. */
  void url(Element at, String what, String value) {
    if (uri(value).isEmpty()) {
      bad(at, what, value, "an address, in which a blank is written %20");
    }
  }

  private static Optional<URI> uri(String value) {
    try {
      return Optional.of(new URI(value.replaceAll("[^\\x00-\\x7f]", "x")));
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }

  /** What a file is called that an address leads to. */
  static String decoded(String address) {
    try {
      return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return address;
    }
  }
}
