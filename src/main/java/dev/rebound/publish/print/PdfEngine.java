package dev.rebound.publish.print;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import com.openhtmltopdf.util.XRRuntimeException;
import dev.rebound.course.FontFile;
import dev.rebound.publish.KeptResults;
import dev.rebound.publish.page.UiMessages;
import dev.rebound.publish.print.scripts.Scripts;
import dev.rebound.source.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * HTML to a tagged PDF, PDF/UA-1 and PDF/A-3a in one file. One thread at a time. The same input
 * gives the same answer, so answers are kept; refusals are found anew.
 */
final class PdfEngine {
  /** How a complaint of the engine's begins. */
  static final String SAYS = "The PDF engine says: ";

  /** So many rows are not parted. */
  private static final int BRIEF = 7;

  private final KeptResults kept;
  private final Fonts fonts = new Fonts();

  /**
   * A laid-out document.
   *
   * @param overflows what does not fit its face
   * @param missing what no font has; with either, or when only layout was asked for, there are no
   *     {@code bytes}
   */
  record Rendering(byte[] bytes, List<Overflow> overflows, List<UnprintableCharacter> missing) {}

  /**
   * How high letters of a face are: known once, no document need open faces that it shows none of.
   */
  private final FSDefaultCacheStore metrics = new FSDefaultCacheStore();

  private final DefaultObjectDrawerFactory objects = new DefaultObjectDrawerFactory();

  static {
    // Everything the engine has to say comes to us as diagnostics; nothing goes to the console.
    XRLog.setLoggerImpl(new Silence());
  }

  PdfEngine(KeptResults kept) {
    this.kept = kept;
    objects.registerDrawer(QrDrawer.TYPE, new QrDrawer());
    objects.registerDrawer(EmblemDrawer.TYPE, new EmblemDrawer());
  }

  KeptResults kept() {
    return kept;
  }

  /** The finished document; nothing in it may be cut off or missing. */
  byte[] print(FilledTemplate page, Imprint imprint) {
    return whole(render(page, imprint, Optional.empty()));
  }

  /** The same of a page that no template made. */
  byte[] print(String html, Imprint imprint) {
    return whole(render(html, imprint));
  }

  private static byte[] whole(Rendering rendering) {
    List<String> complaints = new ArrayList<>();
    rendering.missing().forEach(glyph -> complaints.add(glyph.toString()));
    rendering
        .overflows()
        .forEach(over -> complaints.add("There is no room for “" + over.line() + "”."));
    if (!complaints.isEmpty()) {
      throw new PrintFailure(String.join("\n", complaints));
    }
    return rendering.bytes();
  }

  /**
   * What puts other pages in place of a tagged document's, before it is saved. A record: what it
   * does depends on what it is made of alone.
   */
  interface Finish {
    /**
     * @param fields on the pages as they are
     * @return the same where they are now, as often as they stand there
     */
    List<FormFields.Field> finish(
        PDDocument document, Drawings drawings, List<FormFields.Field> fields) throws IOException;
  }

  /** Layout only: what runs over, and what no font has. It is not kept: see {@link Fit}. */
  Rendering check(String html, Imprint imprint) {
    return layOut(html, imprint, true, Optional.empty());
  }

  /**
   * @param imprint its creation date, in place of the clock's, and who may do what with it
   */
  Rendering render(String html, Imprint imprint) {
    return make(html, () -> html, imprint, Optional.empty());
  }

  Rendering render(FilledTemplate page, Imprint imprint, Optional<Finish> finish) {
    return make(page.digest(), page::html, imprint, finish);
  }

  private Rendering make(
      String digest, Supplier<String> html, Imprint imprint, Optional<Finish> finish) {
    String key =
        Sha256.of(
            "PdfEngine\n%s\n%s\n%s\n%s\n"
                    .formatted(
                        imprint.settings().fonts().stream().map(FontFile::digest).toList(),
                        imprint.date(),
                        Sha256.of(imprint.settings().rights().value()),
                        finish)
                + digest);
    Optional<Rendering> known = kept.find(key).flatMap(KeptRendering::read);
    if (known.isPresent()) {
      return known.get();
    }
    Rendering made = layOut(html.get(), imprint, false, finish);
    kept.keep(key, KeptRendering.bytes(made));
    return made;
  }

  private Rendering layOut(
      String html, Imprint imprint, boolean layoutOnly, Optional<Finish> finish) {
    List<String> complaints = new ArrayList<>();
    List<FormFields.Field> fields = new ArrayList<>();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    Document page = Jsoup.parse(html);
    List<String> added = Fonts.families(imprint.settings().fonts());
    for (Element style : page.select("style")) {
      DataNode all = new DataNode(withFaces(style.data(), added));
      style.empty().appendChild(all);
    }
    String duplex = page.body().attr("data-duplex");
    boolean mirrored = UiMessages.direction(page.select("html").attr("lang")).equals("rtl");
    Scripts.set(builder, html, mirrored, form -> fonts.have(Fonts.ARABIC, form));
    if (page.body().hasAttr("data-balanced")) {
      builder.useUnicodeLineBreaker(Scripts.balanced());
    }
    builder.withW3cDocument(dom(page, mirrored, added), "");
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
    builder.withProducer("Rebound");
    // Its name for pages as they are, not compressed: these are read again and thrown away.
    builder.testMode(true);
    builder.useObjectDrawerFactory(objects);
    builder.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
    if (html.contains("<svg") || html.contains("data:image/svg+xml")) {
      builder.useSVGDrawer(
          new SvgDrawer(Scripts.runLeft(html), fonts.added(imprint.settings().fonts())));
    }
    // Style and text are all in the page: whatever else it asks for is a mistake.
    builder.useExternalResourceAccessControl(
        (uri, type) -> uri.startsWith("data:"),
        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    builder.withDiagnosticConsumer(diagnostic -> note(diagnostic, complaints));
    try (PDDocument document = new FixedDocument(imprint.date(), digest(html))) {
      builder.usePDDocument(document);
      fonts.offer(builder, document);
      fonts.offer(builder, document, imprint.settings().fonts());
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        Inspection inspection = Inspection.of(renderer);
        boolean wanting = !inspection.overflows().isEmpty() || !inspection.missing().isEmpty();
        if (complaints.isEmpty() && (wanting || layoutOnly)) {
          return new Rendering(new byte[0], inspection.overflows(), inspection.missing());
        }
        fields.addAll(FormFields.find(renderer));
        renderer.createPDFWithoutClosing();
      }
      if (!complaints.isEmpty()) {
        throw new PrintFailure(String.join("\n", complaints));
      }
      Drawings drawings = Drawings.of(document);
      PdfFinisher.finish(document, drawings, imprint.settings().rights().value(), mirrored);
      PrintDialogue.set(document, duplex);
      FormFields.add(
          document, finish.isPresent() ? finish.get().finish(document, drawings, fields) : fields);
      drawings.write();
      ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
      document.save(out);
      return new Rendering(out.toByteArray(), List.of(), List.of());
    } catch (IOException failure) {
      throw new PrintFailure("The PDF cannot be written: " + failure.getMessage(), failure);
    } catch (XRRuntimeException failure) {
      // A style sheet of the workspace's may ask for what cannot be embedded.
      throw new PrintFailure(SAYS + failure.getMessage(), failure);
    }
  }

  /** Fonts of the workspace come after ours, wherever ours are named. */
  private static String withFaces(String css, List<String> added) {
    StringBuilder faces = new StringBuilder("$1" + Fonts.ARABIC + "$1");
    added.forEach(face -> faces.append(", '").append(face).append('\''));
    return added.isEmpty()
        ? css
        : css.replaceAll("([\"'])" + Fonts.ARABIC + "\\1", faces.toString());
  }

  private static org.w3c.dom.Document dom(Document page, boolean mirrored, List<String> added) {
    for (Element item : page.select("li")) {
      if (item.select("> p, > ul, > ol, > div").isEmpty()) {
        // The marker takes the item's own colour and weight, so the words need an element of
        // theirs.
        item.html("<p>" + item.html() + "</p>");
      }
    }
    page.select("table").forEach(PdfEngine::nameRows);
    page.select("body[data-flows] table").forEach(PdfEngine::keepHead);
    for (Element head : page.select("thead th")) {
      // A sign that CSS puts before its words would be tagged as a table head of its own.
      head.html("<span> " + head.html() + "</span>");
    }
    for (Element drawing : page.select("svg[aria-label]")) {
      // A chart in the printed faces; the engine knows its name by another attribute.
      drawing.attr("alt", drawing.attr("aria-label")).removeAttr("aria-label").removeAttr("role");
      drawing.attr("font-family", Fonts.IN_PICTURES);
      drawing.select("[font-weight]").attr("font-weight", "bold");
      String accent = page.body().attr("data-accent");
      drawing.select("[fill].fill-accent").attr("fill", accent);
      drawing.select("[stroke].stroke-accent").attr("stroke", accent);
      Scripts.join(drawing);
    }
    FormFields.mark(page);
    Scripts.prepare(page, mirrored);
    Set<String> places = new HashSet<>(page.select("[id]").eachAttr("id"));
    for (Element link : page.select("a[href^=#]")) {
      // What is not printed (a lesson in no module) is words only.
      if (!places.contains(link.attr("href").substring(1))) {
        link.unwrap();
      }
    }
    // The engine's own style sheet asks for faces that cannot be embedded.
    page.head()
        .prependElement("style")
        .appendChild(
            new DataNode(
                withFaces(
                    "html, pre, code, kbd, samp { font-family: " + Fonts.IN_TEXT + " }\n", added)));
    Bookmarks.add(page);
    page.outputSettings().prettyPrint(false);
    return new W3CDom().fromJsoup(page);
  }

  /**
   * A table of a few rows stays on one page; a longer one begins where there is room for its head
   * and some rows.
   */
  private static void keepHead(Element table) {
    if (table.select("> tbody > tr").size() <= BRIEF && !table.hasClass("halves")) {
      table.addClass("brief");
    } else {
      table.before(new Element("div").addClass("need").addClass("head-room"));
    }
  }

  /** A row that its first cell names has a header: each has one, and no two are the same. */
  private static void nameRows(Element table) {
    List<Element> first = table.select("> tbody > tr > td:first-child");
    long named = first.stream().map(Element::text).filter(it -> !it.isBlank()).distinct().count();
    if (first.size() < 2 || named < first.size() || isPairs(table, first)) {
      return;
    }
    for (Element cell : first) {
      cell.tagName("th").attr("scope", "row").addClass("names");
    }
  }

  /** What to say and what not, or two sides of one thing: neither names the other. */
  private static boolean isPairs(Element table, List<Element> first) {
    int columns = table.select("> thead > tr > th").size();
    int names = first.stream().mapToInt(it -> it.text().length()).sum();
    int rest = table.select("> tbody > tr > td").text().length() - names;
    return columns < 2 || (columns == 2 && names * 2 > rest);
  }

  private static void note(Diagnostic diagnostic, List<String> complaints) {
    if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
      String said = diagnostic.getFormattedMessage();
      String cause =
          diagnostic.getError() == null ? "" : String.valueOf(diagnostic.getError().getMessage());
      complaints.add(SAYS + said + (said.contains(cause) ? "" : " " + cause));
    }
  }

  private static long digest(String html) {
    return Long.parseUnsignedLong(Sha256.of(html).substring(0, 16), 16);
  }

  private static final class Silence implements XRLogger {
    @Override
    public void log(String where, Level level, String message) {}

    @Override
    public void log(String where, Level level, String message, Throwable failure) {}

    @Override
    public void setLevel(String logger, Level level) {}

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
      return false;
    }
  }
}
