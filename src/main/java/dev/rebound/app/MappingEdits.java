package dev.rebound.app;

import dev.rebound.course.Answer;
import dev.rebound.source.Located;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts principles into a bank's YAML where they belong; every other character stays as it is. */
final class MappingEdits {
  private static final Set<String> NO_TEXT =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private final SourceFile file;
  private final TreeMap<Integer, Edit> edits = new TreeMap<>();

  private record Edit(int to, String text) {}

  MappingEdits(SourceFile file) {
    this.file = file;
  }

  void set(MappingSheet.Choice choice) {
    Answer answer = choice.answer();
    if (answer.principle().isPresent()) {
      Located<String> now = answer.principle().get();
      SourceSpan span = now.span();
      int from = file.offset(span.line(), span.column());
      boolean quoted = from > 0 && "\"'".indexOf(file.text().charAt(from - 1)) >= 0;
      edits.put(
          from,
          new Edit(
              file.offset(span.endLine(), span.endColumn()),
              quoted ? choice.principle() : scalar(choice.principle())));
      return;
    }
    String key = (choice.breaks() ? "breaks: " : "applies: ") + scalar(choice.principle());
    insert(answer.span(), key);
  }

  private void insert(SourceSpan span, String key) {
    String text = file.text();
    int at = file.offset(span.line(), span.column());
    // Of true and false the place is the key: the mapping follows its colon.
    for (String verdict : new String[] {"true", "false"}) {
      int quote = at > 0 && "\"'".indexOf(text.charAt(at - 1)) >= 0 ? 1 : 0;
      if (text.startsWith(verdict, at) && text.startsWith(":", at + verdict.length() + quote)) {
        at += verdict.length() + quote + 1;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
          at++;
        }
      }
    }
    if (text.startsWith("{", at)) {
      int next = at + 1;
      while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
        next++;
      }
      String comma = text.startsWith("}", next) ? " " : ", ";
      edits.put(at + 1, new Edit(next, " " + key + comma));
    } else {
      int column = at - (text.lastIndexOf('\n', at - 1) + 1);
      edits.put(at, new Edit(at, key + "\n" + " ".repeat(column)));
    }
  }

  private static String scalar(String id) {
    return Character.isLetter(id.charAt(0)) && !NO_TEXT.contains(id) ? id : '"' + id + '"';
  }

  /** The file's text with all of them. */
  String text() {
    StringBuilder out = new StringBuilder(file.text());
    for (Map.Entry<Integer, Edit> edit : edits.descendingMap().entrySet()) {
      out.replace(edit.getKey(), edit.getValue().to(), edit.getValue().text());
    }
    return out.toString();
  }
}
