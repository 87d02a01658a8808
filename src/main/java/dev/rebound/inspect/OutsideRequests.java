package dev.rebound.inspect;

import dev.rebound.source.Finding;
import dev.rebound.source.SourceSpan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages and style sheets that load something from another host. A link to follow is no load. */
final class OutsideRequests {
  /** What stands before the slashes of an address that is loaded. */
  private static final Pattern LOAD =
      Pattern.compile(
          "(?:\\b(?:src|poster|data)\\s*=\\s*[\"']?|<link\\b[^>]{0,300}?\\bhref\\s*=\\s*[\"']?"
              + "|@import\\s+[\"']|url\\(\\s*[\"']?)(?:https?:)?$",
          Pattern.CASE_INSENSITIVE);

  /** As far back as that reaches. */
  private static final int REACH = 400;

  private static final Pattern ADDRESS = Pattern.compile("//[^\\s\"'<>)]{1,200}");

  private OutsideRequests() {}

  static void find(String name, Archive archive, List<Finding> found) {
    int count = 0;
    for (Map.Entry<String, byte[]> file : new TreeMap<>(archive.texts()).entrySet()) {
      if (file.getKey().endsWith(".xml")) {
        continue;
      }
      String text = new String(file.getValue(), StandardCharsets.UTF_8);
      Matcher addresses = ADDRESS.matcher(text);
      for (int at = text.indexOf("//");
          at >= 0 && count < Inspector.MOST && addresses.find(at);
          at = text.indexOf("//", addresses.end())) {
        String back = text.substring(Math.max(0, addresses.start() - REACH), addresses.start());
        if (!LOAD.matcher(back).find()) {
          continue;
        }
        count++;
        String scheme = back.replaceFirst("(?is)^.*?((?:https?:)?)$", "$1");
        String before = text.substring(0, addresses.start() - scheme.length());
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        found.add(
            PackageRule.OUTSIDE_REQUEST.at(
                new SourceSpan(
                    name + "!/" + file.getKey(), line, before.length() - before.lastIndexOf('\n')),
                "loads " + scheme + addresses.group() + " from another host.",
                "Put the file into the package: platforms block it, and it may be gone tomorrow."));
      }
    }
  }
}
