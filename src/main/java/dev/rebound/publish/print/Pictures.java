package dev.rebound.publish.print;

import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.page.Credit;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.RenderContext;
import dev.rebound.publish.print.scripts.Scripts;
import dev.rebound.source.Located;
import dev.rebound.source.Reference;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** A page of print brings its pictures along, and credits what it quotes. */
final class Pictures {
  private static final String NOTHING =
      "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

  /** Typed straight, as an author of SVG does; texts in Markdown are curled as they are read. */
  private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");

  private Pictures() {}

  static RenderContext of(Content content, Course course) {
    return new RenderContext() {
      @Override
      public String image(String path) {
        return address(course, path);
      }

      @Override
      public String credit(Reference to) {
        return content
            .excerpt(to.id())
            .flatMap(
                excerpt ->
                    content.source(excerpt.source()).map(source -> Credit.of(source, excerpt)))
            .map(Html::escape)
            .orElse("");
      }

      /** What the shop has not said is a blank to fill in. */
      @Override
      public String field(Reference to, String words) {
        Located<String> value = content.settings().fields().get(to.id());
        return value == null
            ? "<span data-field=\"" + Html.escape(words) + "\">____</span>"
            : Html.escape(value.value());
      }

      @Override
      public Optional<String> href(Reference to) {
        return Optional.empty();
      }
    };
  }

  /** The picture itself as an address: the PDF engine reads no files. */
  static String address(Course course, String path) {
    return Stream.concat(
            course.imageFiles().stream(),
            course.mediaFiles().stream().flatMap(media -> media.still().stream()))
        .filter(image -> image.path().equals(path) && canBeDrawn(image))
        .findFirst()
        .map(
            image ->
                "data:"
                    + type(path)
                    + ";base64,"
                    + Base64.getEncoder()
                        .encodeToString(
                            type(path).endsWith("xml") ? inOurFace(image.bytes()) : image.bytes()))
        // What is not there or cannot be drawn is another rule's to report; the rest is laid out.
        .orElse(NOTHING);
  }

  /** The same of a drawing that is no course's. */
  static String address(String svg) {
    byte[] drawing = inOurFace(svg.getBytes(StandardCharsets.UTF_8));
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(drawing);
  }

  /** A damaged picture was read as empty; and nothing draws WebP. */
  private static boolean canBeDrawn(Course.Image image) {
    return image.bytes().length > 0 && !image.path().toLowerCase(Locale.ROOT).endsWith(".webp");
  }

  /**
   * A drawing set in the printed face: the fonts that it asks for are those of somebody's screen.
   */
  private static byte[] inOurFace(byte[] svg) {
    Document drawing = Jsoup.parse(new String(svg, StandardCharsets.UTF_8), "", Parser.xmlParser());
    drawing.outputSettings().prettyPrint(false);
    drawing.select("[font-family]").removeAttr("font-family");
    drawing.select("svg").attr("font-family", Fonts.IN_PICTURES);
    // SVG 2 writes href; the engine reads SVG 1.1.
    drawing
        .select("[href]:not([xlink:href])")
        .forEach(element -> element.attr("xlink:href", element.attr("href")));
    drawing.select("[font-weight=600]").attr("font-weight", "bold");
    drawing
        .select("text, tspan")
        .forEach(
            text ->
                text.textNodes()
                    .forEach(
                        node ->
                            node.text(APOSTROPHE.matcher(node.getWholeText()).replaceAll("’"))));
    Scripts.join(drawing);
    return drawing.outerHtml().getBytes(StandardCharsets.UTF_8);
  }

  private static String type(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".svg")
        ? "image/svg+xml"
        : name.endsWith(".png") ? "image/png" : "image/jpeg";
  }
}
