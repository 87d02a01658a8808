package dev.rebound.serve;

import dev.rebound.source.SourceSpan;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the words and the looks are.
 *
 * @param content the content folder
 * @param looks the folder of the workspace's own templates
 * @param readOnly whether nothing may be changed from the browser
 * @param editor the address that opens a file in an editor, with {@code {file}}, {@code {line}} and
 *     {@code {column}}
 */
public record Workspace(Path content, Path looks, boolean readOnly, String editor) {
  /** Opens a file in Visual Studio Code. */
  public static final String VS_CODE = "vscode://file/{file}:{line}:{column}";

  /** What findings call the content folder: where it lies on the disk is nobody's business. */
  String name() {
    Path last = content.getFileName();
    return last == null ? "content" : last.toString();
  }

  /** A message that tells nobody where on the disk the folders lie. */
  String plain(String message) {
    return message.replace(content.toString(), name()).replace(looks.toString(), "templates");
  }

  /** The file that findings call so. */
  Path file(String named) {
    return content.resolve(named.substring(Math.min(named.length(), name().length() + 1)));
  }

  /** The address that opens a place in the author's editor; nothing for whoever only looks. */
  Optional<String> editorAt(SourceSpan at) {
    if (readOnly) {
      return Optional.empty();
    }
    String path = file(at.file()).toUri().getRawPath();
    return Optional.of(
        editor
            .replace("{file}", path.replaceFirst("^/", ""))
            .replace("{line}", String.valueOf(Math.max(1, at.line())))
            .replace("{column}", String.valueOf(Math.max(1, at.column()))));
  }

  /** What findings call a file; nothing for one that is not in the content. */
  Optional<String> named(Path file) {
    return file.startsWith(content)
        ? Optional.of(name() + "/" + content.relativize(file).toString().replace('\\', '/'))
        : Optional.empty();
  }
}
