package dev.rebound.exchange;

import dev.rebound.load.ImportedPicture;
import dev.rebound.load.InlineReader;
import dev.rebound.source.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A bank out and in again, and what became of it. */
public final class Trip {
  private static final Path CONTENT = Path.of("src/test/courses/base/content");

  private Trip() {}

  /** What a file gave. */
  public record Arrival(Bank bank, Imported imported, List<Loss> losses) {}

  public static Arrival read(Format format, Upload upload) throws Unreadable {
    Losses losses = new Losses();
    Incoming in =
        new Incoming(
            InlineReader::read,
            (name, bytes, problems) -> ImportedPicture.clean(CONTENT, name, bytes, problems),
            losses,
            "bank");
    Imported read = format.read(upload, in);
    return new Arrival(
        Fitting.of(read.bank(), "Imported", InlineReader::read, losses), read, losses.all());
  }

  /** A file, and what it has no place for. */
  public record Departure(byte[] bytes, List<Loss> losses) {}

  public static Departure write(Format format, Bank bank, Map<String, byte[]> pictures) {
    Losses losses = new Losses();
    Outgoing out =
        new Outgoing(InlineReader::read, path -> Optional.ofNullable(pictures.get(path)), losses);
    return new Departure(format.write(bank, out), losses.all());
  }

  public static Bank canonical(Bank bank) {
    return new Canonical(InlineReader::read).bank(bank);
  }

  /** {@code question what}, for each kind of part in which two banks differ. */
  public static List<String> differences(Bank before, Bank after) {
    TreeMap<String, String> found = new TreeMap<>();
    if (!before.title().equals(after.title()) || before.graded() != after.graded()) {
      found.put(" BANK", before.title() + " / " + after.title());
    }
    Map<String, BankQuestion> arrived = new LinkedHashMap<>();
    after.questions().forEach(it -> arrived.put(it.id(), it));
    for (BankQuestion one : before.questions()) {
      BankQuestion other = arrived.remove(one.id());
      if (other == null) {
        found.put(one.id() + " QUESTION", Json.write(one));
      } else {
        compare(one, other, found);
      }
    }
    arrived.keySet().forEach(id -> found.put(id + " QUESTION", "appeared"));
    List<String> all = new ArrayList<>();
    found.forEach((key, value) -> all.add(key + ": " + value));
    return all;
  }

  private static void compare(BankQuestion one, BankQuestion other, Map<String, String> found) {
    String id = one.id() + " ";
    differ(id + "TYPE", one.type(), other.type(), found);
    differ(id + "STEM", one.stem(), other.stem(), found);
    differ(id + "HINTS", one.hints(), other.hints(), found);
    differ(id + "SETTINGS", new TreeMap<>(one.settings()), new TreeMap<>(other.settings()), found);
    differ(id + "ANSWERS", one.answers().size(), other.answers().size(), found);
    for (int i = 0; i < Math.min(one.answers().size(), other.answers().size()); i++) {
      BankAnswer before = one.answers().get(i);
      BankAnswer after = other.answers().get(i);
      differ(id + "ANSWER " + i, said(before), said(after), found);
      differ(id + "MORE " + i, new TreeMap<>(before.more()), new TreeMap<>(after.more()), found);
    }
  }

  private static String said(BankAnswer it) {
    return it.role() + " " + it.text() + " | " + it.with() + " " + it.right();
  }

  private static void differ(String key, Object one, Object other, Map<String, String> found) {
    if (!Objects.equals(one, other)) {
      found.put(key, one + " / " + other);
    }
  }
}
