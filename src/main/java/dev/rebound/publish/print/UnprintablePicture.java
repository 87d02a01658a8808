package dev.rebound.publish.print;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Findings;
import dev.rebound.check.Rule;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.page.BoundedThread;
import dev.rebound.publish.page.Html;
import dev.rebound.source.SourceSpan;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.w3c.dom.DOMException;

/**
 * Print can draw every picture of a course that is printed. What draws them knows SVG 1.1 and some
 * of its successors, so it is asked: no build fails where {@code validate} was content.
 */
public final class UnprintablePicture implements Rule {
  /** Far more than any picture takes; one that takes longer may never end. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String NOT_PRINTED =
      ", or leave out `print:` in course.yaml to print nothing.";

  private final KeptResults kept;

  /**
   * @param kept what could be drawn in earlier runs
   */
  public UnprintablePicture(KeptResults kept) {
    this.kept = kept;
  }

  @Override
  public void check(CheckContext context, Findings found) {
    Content content = context.content();
    checkLogo(content, found);
    Optional<PdfEngine> engine = Optional.empty();
    for (Course course : content.courses()) {
      for (Course.Image image : course.printed() ? course.imageFiles() : List.<Course.Image>of()) {
        SourceSpan at = SourceSpan.wholeFile(course.folder() + "/" + image.path());
        if (image.path().endsWith(".webp") && image.bytes().length > 0) {
          found.at(at, "print cannot draw WebP pictures.", "Save it as PNG or JPEG" + NOT_PRINTED);
        } else if (image.path().endsWith(".svg") && image.bytes().length > 0) {
          PdfEngine drawing = engine.orElseGet(() -> new PdfEngine(kept));
          Optional<String> complaint =
              complaint(drawing, content, Pictures.address(course, image.path()));
          // An engine that failed halfway is not asked again.
          engine = complaint.isPresent() ? Optional.empty() : Optional.of(drawing);
          complaint.ifPresent(
              it ->
                  found.at(
                      at,
                      "print cannot draw this picture: " + it,
                      "Write it in another way, or save it as PNG" + NOT_PRINTED));
        }
      }
    }
  }

  private void checkLogo(Content content, Findings found) {
    Optional<String> logo =
        content
            .settings()
            .logo()
            .filter(it -> content.courses().stream().anyMatch(Course::printed));
    logo.flatMap(it -> complaint(new PdfEngine(kept), content, Pictures.address(it)))
        .ifPresent(
            it ->
                found.at(
                    content.settings().brandName().span(),
                    "print cannot draw the logo: " + it,
                    "Write it in another way" + NOT_PRINTED));
  }

  /** Draws a picture as print will, on a thread that can be left behind. */
  private static Optional<String> complaint(PdfEngine engine, Content content, String address) {
    AtomicReference<Optional<String>> answer = new AtomicReference<>(Optional.empty());
    boolean ended =
        BoundedThread.ends(
            () -> answer.set(draw(engine, page(address), Imprint.of(content.settings()))),
            PATIENCE);
    return ended
        ? Objects.requireNonNull(answer.get())
        : Optional.of("it is not drawn after " + PATIENCE.toSeconds() + " seconds.");
  }

  private static Optional<String> draw(PdfEngine engine, String html, Imprint imprint) {
    try {
      engine.render(html, imprint);
      return Optional.empty();
    } catch (PrintFailure failure) {
      return Optional.of(inOneLine(String.valueOf(failure.getMessage())));
    } catch (StackOverflowError deep) {
      return Optional.of("it refers to itself, in a circle.");
    } catch (DOMException unknown) {
      return Optional.of(inOneLine(PdfEngine.SAYS + unknown.getMessage()));
    } catch (RuntimeException failure) {
      // The engine's libraries throw whatever they please at what they do not know.
      return Optional.of("it uses something newer than SVG 1.1, perhaps in its styles.");
    }
  }

  private static String page(String address) {
    return "<html lang=\"en\"><head><title>Picture</title><meta name=\"subject\" content=\"picture\">"
        + "<style>@page { size: a4 } img { max-width: 100% }</style></head>"
        + "<body><p><img alt=\"picture\" src=\""
        + Html.escape(address)
        + "\"></p></body></html>";
  }

  /** The first complaint, without what only a programmer of the engine would miss. */
  private static String inOneLine(String message) {
    String first = message.strip().split("\\s*" + PdfEngine.SAYS, 3)[1];
    String text =
        first
            .replaceAll("\\bnull\\b|Enclosed Exception:|<unknown>|:-1\\b|Original message:", " ")
            .replaceAll("^[\\s:]*+(?:Couldn't draw SVG\\.)?[\\s:]*+", "")
            .replaceAll("\\s+", " ")
            .strip();
    return (text.length() > 200 ? text.substring(0, 200) + "…" : text)
        + (text.isEmpty() || text.endsWith(".") ? "" : ".");
  }
}
