package dev.rebound.exchange.qti;

import dev.rebound.exchange.Loss;
import dev.rebound.exchange.Losses;
import dev.rebound.exchange.Stranger;
import dev.rebound.exchange.Unreadable;
import dev.rebound.exchange.Upload;
import dev.rebound.exchange.XmlElement;
import dev.rebound.exchange.XmlReader;
import dev.rebound.exchange.ZipParts;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a package, by its manifest where it has one.
 *
 * @param files XML that may hold items, in the manifest's order, by path
 * @param pictures by path
 * @param keywords of a file, by its path
 */
record QtiPackage(
    Map<String, Upload> files, Map<String, byte[]> pictures, Map<String, List<String>> keywords) {
  static final String MANIFEST = "imsmanifest.xml";

  private static final Pattern ADDRESS =
      Pattern.compile("(?:src|data|uri)\\s*=\\s*(?:\"|'|&quot;)([^\"'<>&]{1,500})");

  private static final Pattern FILE = Pattern.compile("(?i).*\\.(xml|qti|dat)");
  private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(png|jpe?g|svg|webp|gif)");
  private static final Pattern BASE =
      Pattern.compile("^(?:\\$|%24)(?:IMS-CC-FILEBASE|IMS_CC_FILEBASE)(?:\\$|%24)/?");

  static QtiPackage read(Upload upload, Losses losses) throws Unreadable {
    if (!upload.isZip()) {
      Optional<Unreadable> stranger = Stranger.of(upload);
      if (stranger.isPresent()) {
        throw stranger.get();
      }
      return new QtiPackage(Map.of("", upload), Map.of(), Map.of());
    }
    Map<String, byte[]> parts = ZipParts.unpack(upload, FILE.asMatchPredicate());
    Map<String, Upload> files = new LinkedHashMap<>();
    Map<String, List<String>> keywords = new LinkedHashMap<>();
    Optional<String> manifest =
        parts.keySet().stream()
            .filter(it -> it.equals(MANIFEST) || it.endsWith("/" + MANIFEST))
            .min((a, b) -> Integer.compare(a.length(), b.length()));
    if (manifest.isPresent()) {
      String at = manifest.get();
      String root = at.substring(0, at.length() - MANIFEST.length());
      Upload file = new Upload(upload.name() + "!/" + at, parts.getOrDefault(at, new byte[0]));
      XmlReader.whole(
          file,
          losses,
          "manifest"::equals,
          Set.of("resource"),
          resource -> {
            missing(resource, root, parts, losses);
            resource(resource, root, upload, parts, files, keywords);
          });
    }
    parts.forEach(
        (path, bytes) ->
            files.computeIfAbsent(path, it -> new Upload(upload.name() + "!/" + it, bytes)));
    manifest.ifPresent(files::remove);
    return new QtiPackage(files, pictures(upload, files), keywords);
  }

  private static void missing(
      XmlElement resource, String root, Map<String, byte[]> parts, Losses losses) {
    String href = resource.attribute("href");
    boolean item = resource.attribute("type").matches("(?i).*(item_xml|imsqti_xml).*");
    if (item
        && !href.isEmpty()
        && !parts.containsKey(resolve(root, resource.attribute("base") + href))) {
      losses.add(
          resource.span(),
          "",
          Loss.What.QUESTION,
          "the manifest names the file \"" + href + "\", which is not there; it is left out.");
    }
  }

  private static void resource(
      XmlElement resource,
      String root,
      Upload upload,
      Map<String, byte[]> parts,
      Map<String, Upload> files,
      Map<String, List<String>> keywords) {
    List<String> hrefs = new ArrayList<>(List.of(resource.attribute("href")));
    resource.children("file").map(it -> it.attribute("href")).forEach(hrefs::add);
    List<String> words = new ArrayList<>();
    resource.child("metadata").ifPresent(it -> words(it, words));
    for (String href : hrefs) {
      String path = resolve(root, resource.attribute("base") + href);
      byte[] bytes = parts.get(path);
      if (bytes != null) {
        files.putIfAbsent(path, new Upload(upload.name() + "!/" + path, bytes));
        keywords.putIfAbsent(path, List.copyOf(words));
      }
    }
  }

  /** {@code <lom><general><keyword><string>…}: what it is about, by whoever described it. */
  private static void words(XmlElement metadata, List<String> words) {
    for (XmlElement child : metadata.children()) {
      if (child.is("keyword")) {
        child.children().stream()
            .filter(it -> it.is("string") || it.is("langstring"))
            .map(it -> it.text().strip())
            .filter(it -> !it.isEmpty())
            .forEach(words::add);
      } else {
        words(child, words);
      }
    }
  }

  /** A picture is unpacked where a file names it: exports of whole courses hold many others. */
  private static Map<String, byte[]> pictures(Upload upload, Map<String, Upload> files)
      throws Unreadable {
    Set<String> named = new HashSet<>();
    for (Upload file : files.values()) {
      Matcher address = ADDRESS.matcher(new String(file.bytes(), StandardCharsets.UTF_8));
      while (address.find()) {
        String plain = plain(address.group(1));
        if (PICTURE.matcher(plain).matches()) {
          named.add(plain.substring(plain.lastIndexOf('/') + 1));
        }
      }
    }
    return named.isEmpty()
        ? Map.of()
        : ZipParts.unpack(
            upload,
            path ->
                PICTURE.matcher(path).matches()
                    && named.contains(path.substring(path.lastIndexOf('/') + 1)));
  }

  /** The pictures that a text shows, by the addresses that it gives them. */
  Map<String, byte[]> shown(String path, String html) {
    Map<String, byte[]> shown = new LinkedHashMap<>();
    Matcher address = ADDRESS.matcher(html);
    while (address.find()) {
      String written = address.group(1);
      String plain = plain(written);
      String own = resolve(folder(path), plain);
      String above = resolve(folder(folder(path)), plain);
      for (String candidate : List.of(own, "web_resources/" + plain, plain, above)) {
        byte[] bytes = pictures.get(candidate);
        if (bytes != null) {
          shown.putIfAbsent(written, bytes);
        }
      }
    }
    return shown;
  }

  private static String plain(String address) {
    String bare = BASE.matcher(address.strip()).replaceFirst("").replaceFirst("\\?.*$", "");
    try {
      return URLDecoder.decode(bare.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException none) {
      return bare;
    }
  }

  private static String folder(String path) {
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return bare.substring(0, bare.lastIndexOf('/') + 1);
  }

  /** A path inside the package; nothing leads out of it, for paths are only looked up. */
  static String resolve(String folder, String href) {
    Deque<String> path = new ArrayDeque<>();
    for (String step : (href.startsWith("/") ? href : folder + plain(href)).split("/", -1)) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.addLast(step);
      }
    }
    return String.join("/", path);
  }

  /** Which vocabularies a package or file speaks, by how its manifest or itself begins. */
  static String vocabulary(Upload upload) {
    if (!upload.isZip()) {
      return upload.head();
    }
    try {
      if (!ZipParts.names(upload, MANIFEST)) {
        return ofItems(upload);
      }
      StringBuilder all = new StringBuilder();
      ZipParts.unpack(upload, path -> path.equals(MANIFEST) || path.endsWith("/" + MANIFEST))
          .values()
          .forEach(it -> all.append(new String(it, StandardCharsets.UTF_8)));
      return all.toString().toLowerCase(Locale.ROOT);
    } catch (Unreadable broken) {
      return "";
    }
  }

  /** What a manifest would call the first file with questions, of a package that has none. */
  private static String ofItems(Upload upload) throws Unreadable {
    Map<String, byte[]> parts =
        upload.isNamed(".zip") ? ZipParts.unpack(upload, FILE.asMatchPredicate()) : Map.of();
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      Upload file = new Upload(part.getKey(), part.getValue());
      switch (QtiReader.root(file)) {
        case QtiReader.ITEM -> {
          return file.head().contains("qti-") ? "item_xmlv3p" : "item_xmlv2p";
        }
        case QtiReader.RESULTS -> {
          return "imsqti_xmlv1p";
        }
        default -> {}
      }
    }
    return "";
  }
}
