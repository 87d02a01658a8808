package dev.rebound.source;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names of files that Windows, macOS and Linux can all hold. */
public final class Portable {
  /**
   * Whatever ending they have: {@code con.html}, too.
   *
   * @see <a href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file">Naming files</a>
   */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])( *\\..*)?");

  private static final Pattern SIGNS = Pattern.compile("[<>:\"|?*\\\\\\p{Cntrl}]");

  private Portable() {}

  /**
   * Why a path cannot lie on every system, when it cannot: {@code which Windows keeps for a
   * device}.
   */
  public static Optional<String> flaw(String path) {
    for (String part : path.split("/", -1)) {
      if (DEVICE.matcher(part).matches()) {
        return Optional.of("a name that Windows keeps for a device");
      } else if (SIGNS.matcher(part).find()) {
        return Optional.of("and Windows has no such sign in names");
      } else if (part.isEmpty()
          || part.startsWith(" ")
          || part.endsWith(" ")
          || part.endsWith(".")) {
        return Optional.of("and Windows drops a blank or a dot at the end of a name");
      }
    }
    return Optional.empty();
  }
}
