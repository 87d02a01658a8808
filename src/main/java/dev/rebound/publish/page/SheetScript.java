package dev.rebound.publish.page;

import dev.rebound.source.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The script of a sheet that is one file: it stands in the page, whose policy allows it and no
 * other.
 *
 * @param code what stands between the tags
 * @param policy what the page's {@code script-src} says
 */
public record SheetScript(Html code, String policy) {
  public static SheetScript read() {
    String code = "\n" + PlayerScript.file("sheet.js") + "\n";
    byte[] digest = Sha256.begin().digest(code.getBytes(StandardCharsets.UTF_8));
    return new SheetScript(
        new Html(code), "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
  }
}
