package dev.rebound.exchange.gift;

import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Unreadable;
import dev.rebound.source.SourceFile;
import dev.rebound.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a GIFT file into its questions: blank lines stand between them, lines that begin with {@code
 * //} are comments, and {@code $CATEGORY:} names where the next ones belong.
 */
final class GiftBlocks {
  /** Of a question whose braces are open at a blank line. */
  private static final int LONGEST = 100_000;

  private final SourceFile file;
  private final List<Block> blocks = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int start = -1;
  private String category = "";
  private boolean opened;
  private boolean closed;

  /**
   * A question's own text.
   *
   * @param comments the lines before and in it, without their slashes
   */
  record Block(SourceSpan span, String category, List<String> comments, String text) {}

  private GiftBlocks(SourceFile file) {
    this.file = file;
  }

  static List<Block> of(SourceFile file) throws Unreadable {
    GiftBlocks cut = new GiftBlocks(file);
    for (int line = 1; line <= file.lines(); line++) {
      int from = file.offset(line, 1);
      cut.line(from, file.text().substring(from, file.lineEnd(line)));
      Incoming.bound(cut.blocks.size(), file.at(from));
    }
    cut.end();
    return cut.blocks;
  }

  private void line(int from, String line) {
    String bare = line.strip();
    if (bare.startsWith("//")) {
      comments.add(bare.substring(2).strip());
    } else if (bare.startsWith("$CATEGORY:")) {
      end();
      category = bare.substring("$CATEGORY:".length()).strip();
    } else if (bare.isEmpty() || bare.equals("\uFEFF")) {
      // A blank line inside of braces is no end, unless whoever wrote them forgot to close them.
      if (opened && !closed && text.length() < LONGEST) {
        text.append('\n');
      } else {
        end();
      }
    } else {
      // Its title begins a question, whatever is missing before it.
      if (bare.startsWith("::") && opened) {
        end();
      }
      if (start < 0) {
        start = from + line.indexOf(bare);
      }
      text.append(line).append('\n');
      braces(line);
    }
  }

  private void braces(String line) {
    int open = opened ? 0 : find(line, '{', 0);
    opened |= open >= 0;
    closed |= opened && find(line, '}', Math.max(0, open)) >= 0;
  }

  private void end() {
    if (start >= 0) {
      String words = text.toString().strip();
      blocks.add(new Block(file.at(start), category, List.copyOf(comments), words));
      comments.clear();
    }
    text.setLength(0);
    start = -1;
    opened = false;
    closed = false;
  }

  /** The first of a character that no backslash stands before; -1 where there is none. */
  static int find(CharSequence text, char wanted, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == wanted) {
        return i;
      }
    }
    return -1;
  }
}
