package dev.rebound.exchange.qti;

import dev.rebound.exchange.XmlElement;
import dev.rebound.source.XmlText;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** The texts of QTI 1.2, which may be HTML, escaped or not, or no markup at all, as HTML. */
final class Material {
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,500}>|&[a-z]{2,8};|&#\\d");
  private static final Set<String> BLOCKS =
      Set.of("material", "flow", "flow_mat", "mat_extension", "presentation");

  private Material() {}

  /**
   * @param response what stands for a response in the text
   */
  static String html(XmlElement parent, Function<XmlElement, String> response) {
    StringBuilder out = new StringBuilder();
    append(parent, response, out);
    return out.toString().replaceFirst("(<br>)+$", "");
  }

  private static void append(
      XmlElement parent, Function<XmlElement, String> response, StringBuilder out) {
    for (XmlElement it : parent.children()) {
      switch (it.name()) {
        case "mattext", "mat_formattedtext", "matemtext" -> text(it, out);
        case "matbreak" -> out.append("<br>");
        case "matimage" -> {
          out.append("<img src=\"");
          XmlText.escape(it.attribute("uri"), out);
          out.append("\" alt=\"");
          XmlText.escape(it.attribute("label"), out);
          out.append("\">");
        }
        case "mataudio" -> out.append("<audio></audio>");
        case "matvideo" -> out.append("<video></video>");
        case "response_lid", "response_str", "response_num", "response_xy", "response_grp" ->
            out.append(response.apply(it));
        case "response_label", "render_choice", "render_extension", "altmaterial" -> {}
        case XmlElement.TEXT, XmlElement.COMMENT, "qticomment" -> {}
        default -> {
          append(it, response, out);
          if (BLOCKS.contains(it.name()) && !endsLine(out)) {
            out.append("<br>");
          }
        }
      }
    }
  }

  /** Whether what comes next begins a line already, or belongs to the mark of a response. */
  private static boolean endsLine(StringBuilder out) {
    int length = out.length();
    return length == 0
        || out.charAt(length - 1) == '\uE001'
        || (length >= 4 && out.substring(length - 4).equals("<br>"));
  }

  private static void text(XmlElement it, StringBuilder out) {
    boolean elements =
        it.children().stream()
            .anyMatch(child -> !child.is(XmlElement.TEXT) && !child.is(XmlElement.COMMENT));
    String type = it.attribute("texttype") + it.attribute("type");
    if (elements) {
      out.append(HtmlOf.inside(it));
    } else if (type.contains("html")
        || type.contains("HTML")
        || (!type.contains("plain") && TAG.matcher(it.text()).find())) {
      out.append(it.text());
    } else {
      XmlText.escape(it.text().strip(), out);
    }
  }

  /** The words of what stands in an element itself. */
  static String plain(XmlElement parent) {
    return words(html(parent, it -> ""));
  }

  static String words(String html) {
    return html.indexOf('<') < 0 && html.indexOf('&') < 0
        ? html.strip()
        : Jsoup.parseBodyFragment(html).text().strip();
  }
}
