package dev.rebound.exchange.aiken;

import dev.rebound.exchange.Bank;
import dev.rebound.exchange.Format;
import dev.rebound.exchange.Imported;
import dev.rebound.exchange.Incoming;
import dev.rebound.exchange.Outgoing;
import dev.rebound.exchange.Unreadable;
import dev.rebound.exchange.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Plain text, one option right, and nothing else:
 *
 * <pre>{@code
 * A guest says: "You are slow." What do you say first?
 * A. Your time matters.
 * B. It was on time.
 * ANSWER: A
 * }</pre>
 *
 * @see <a href="https://docs.moodle.org/en/Aiken_format">Aiken format</a>
 */
public final class AikenFormat implements Format {
  private static final Pattern ANSWER = Pattern.compile("(?im)^\\s*ANSWER\\s*:\\s*[A-Z]\\b");

  @Override
  public String name() {
    return "aiken";
  }

  @Override
  public List<String> endings() {
    return List.of(".aiken.txt", ".aiken");
  }

  @Override
  public boolean recognises(Upload file) {
    return !file.isZip() && ANSWER.matcher(file.head()).find();
  }

  @Override
  public Imported read(Upload file, Incoming in) throws Unreadable {
    return new Imported(new AikenReader(in).read(file.text(in.losses())));
  }

  @Override
  public byte[] write(Bank bank, Outgoing out) {
    return new AikenWriter(out).write(bank).getBytes(StandardCharsets.UTF_8);
  }
}
