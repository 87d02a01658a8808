package dev.rebound.inspect;

import dev.rebound.source.Finding;
import dev.rebound.source.SourceSpan;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages that load a file which the package lacks. What scripts and style sheets load is not looked
 * at: much of that is never asked for.
 */
final class MissingLoads {
  private static final Pattern TAG =
      Pattern.compile(
          "<(?:script|img|audio|video|source|track|iframe|frame|embed|object|link"
              + "(?=[^>]{0,500}\\brel\\s*=\\s*[\"']?(?:stylesheet|icon|preload)))\\b[^>]{0,1000}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "\\s(?:src|(srcset)|poster|data|href)\\s*=\\s*([\"'])(.{1,600}?)\\2",
          Pattern.CASE_INSENSITIVE);

  /** An address of a {@code srcset}, before its width or density. */
  private static final Pattern CANDIDATE = Pattern.compile("(?:^|,)\\s*([^\\s,]+)");

  private static final Pattern UNSEEN =
      Pattern.compile("<!--|<script\\b[^>]{0,500}>", Pattern.CASE_INSENSITIVE);

  private static final Pattern SCRIPT_END = Pattern.compile("</script", Pattern.CASE_INSENSITIVE);

  /** What is an address of its own, or is made up by a script. */
  private static final Pattern OTHER =
      Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*|/.*|#.*|\\?.*|.*[{}<>$|^`].*");

  private MissingLoads() {}

  static void find(String name, Archive archive, List<Finding> found) {
    int count = 0;
    for (Map.Entry<String, byte[]> file : new TreeMap<>(archive.texts()).entrySet()) {
      if (!file.getKey().matches("(?i).*\\.x?html?")) {
        continue;
      }
      String text = seen(new String(file.getValue(), StandardCharsets.UTF_8));
      Set<String> said = new HashSet<>();
      for (Load load : loads(text)) {
        String path = path(file.getKey(), load.address().strip().replace("&amp;", "&"));
        if (count < Inspector.MOST
            && !path.isEmpty()
            && !archive.sizes().containsKey(path)
            && said.add(path)) {
          count++;
          String before = text.substring(0, load.at());
          found.add(
              PackageRule.LOADED_FILE_MISSING.at(
                  new SourceSpan(
                      name + "!/" + file.getKey(),
                      (int) before.chars().filter(c -> c == '\n').count() + 1,
                      before.length() - before.lastIndexOf('\n')),
                  "loads \"" + Values.cut(path) + "\", which is not in the package.",
                  archive.hint(path)));
        }
      }
    }
  }

  /** An address, and where in the page it stands. */
  private record Load(String address, int at) {}

  private static List<Load> loads(String page) {
    List<Load> loads = new ArrayList<>();
    Matcher tag = TAG.matcher(page);
    for (int from = 0; next(tag, page, from); from = tag.end()) {
      Matcher attribute = ATTRIBUTE.matcher(page).region(tag.start(), tag.end());
      while (attribute.find()) {
        int start = attribute.start(3);
        if (attribute.group(1) == null) {
          loads.add(new Load(attribute.group(3), start));
        } else if (!attribute.group(3).contains("data:")) {
          Matcher candidate = CANDIDATE.matcher(attribute.group(3));
          while (candidate.find()) {
            loads.add(new Load(candidate.group(1), start + candidate.start(1)));
          }
        }
      }
    }
    return loads;
  }

  /**
   * A page without its comments and what its scripts put together; every line stays where it is.
   */
  private static String seen(String page) {
    StringBuilder text = new StringBuilder(page);
    Matcher unseen = UNSEEN.matcher(page);
    Matcher end = SCRIPT_END.matcher(page);
    for (int at = 0; next(unseen, page, at); ) {
      boolean comment = unseen.group().length() == 4;
      int to =
          comment
              ? page.indexOf("-->", unseen.end())
              : next(end, page, unseen.end()) ? end.start() : -1;
      at = to < 0 ? page.length() : to;
      for (int i = unseen.end(); i < at; i++) {
        if (page.charAt(i) == '<') {
          text.setCharAt(i, ' ');
        }
      }
    }
    return text.toString();
  }

  /** The next match: looked for where there is a {@code <} alone, for most of a page has none. */
  private static boolean next(Matcher tag, String page, int from) {
    for (int at = page.indexOf('<', from); at >= 0; at = page.indexOf('<', at + 1)) {
      if (tag.region(at, page.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  /** Of what a page asks for, from the root of the package; empty where it cannot lie there. */
  private static String path(String page, String address) {
    if (OTHER.matcher(address).matches()) {
      return "";
    }
    String here = page.substring(0, page.lastIndexOf('/') + 1);
    String path = here + Values.decoded(address.replaceAll("[?#].*", "")).replace('\\', '/');
    try {
      String plain = new URI(null, null, "/" + path, null).normalize().getPath().substring(1);
      return plain.startsWith("../") || plain.endsWith("/") ? "" : plain;
    } catch (URISyntaxException odd) {
      return "";
    }
  }
}
