package dev.rebound.course;

import dev.rebound.source.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code content/rebound.yaml}: who publishes, how it looks, and the dates and addresses a build
 * must not take from the clock or the network.
 *
 * @param accent the one accent colour, {@code #rrggbb}
 * @param logo an SVG picture, in the place of ours
 * @param language a BCP 47 tag
 * @param edition the ISO date shown and stored wherever a date is needed
 * @param site the address the site is served from, when it is known
 * @param controlDocuments the schemas to put into packages, by standard: {@code scorm12}
 * @param reviewed whether only what is reviewed may be published: {@code review: required}
 * @param page the paper to print on, {@code a4} or {@code letter}
 * @param report where a problem with a question is reported: an address of mail or of a page
 * @param fields what a shop may say of itself on cards, by name: {@code [shop](field:shop)}
 * @param fonts what print uses for letters that its own faces lack
 */
public record Settings(
    Located<String> publisher,
    Located<String> brandName,
    Located<String> accent,
    Optional<String> logo,
    String language,
    Located<String> rights,
    Located<String> edition,
    Located<String> version,
    Optional<Located<String>> site,
    Map<String, List<ControlDocument>> controlDocuments,
    boolean reviewed,
    Located<String> page,
    Optional<Located<String>> report,
    Map<String, Located<String>> fields,
    List<FontFile> fonts) {

  /**
   * The address of a page of the site, where the publisher gives the site's.
   *
   * @param path from the site's first page
   */
  public Optional<String> address(String path) {
    return site.map(Located::value).map(it -> (it.endsWith("/") ? it : it + "/") + path);
  }

  /** The fields there are. */
  public static final List<String> FIELDS = List.of("shop", "phone", "extra");
}
