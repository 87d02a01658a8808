package dev.rebound.exchange.gift;

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
 * Moodle's text format:
 *
 * <pre>{@code
 * // [id:slow-service] [tag:rebound level: apply]
 * ::slow-service::A guest says\: "You are slow." {
 *   =Your time matters.#You sided with the guest.
 *   ~It was on time.#Being right starts a fight.
 * }
 * }</pre>
 *
 * @see <a href="https://docs.moodle.org/en/GIFT_format">GIFT format</a>
 */
public final class GiftFormat implements Format {
  private static final Pattern QUESTION =
      Pattern.compile("(?s)(^|[^\\\\])\\{[^}]*[=~#TF][^}]*\\}|(?m)^::|(?m)^\\$CATEGORY:");

  @Override
  public String name() {
    return "gift";
  }

  @Override
  public List<String> endings() {
    return List.of(".gift", ".gift.txt");
  }

  @Override
  public boolean recognises(Upload file) {
    String head = file.head().stripLeading();
    return !file.isZip()
        && !head.startsWith("<")
        && !head.startsWith("%PDF")
        && (file.isNamed(".gift") || QUESTION.matcher(head).find());
  }

  @Override
  public Imported read(Upload file, Incoming in) throws Unreadable {
    Bank bank = new GiftReader(in).read(file.text(in.losses()));
    return new Imported(bank, "", in.pictures());
  }

  @Override
  public byte[] write(Bank bank, Outgoing out) {
    return new GiftWriter(out).write(bank).getBytes(StandardCharsets.UTF_8);
  }
}
