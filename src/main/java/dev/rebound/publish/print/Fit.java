package dev.rebound.publish.print;

import dev.rebound.publish.KeptResults;
import dev.rebound.publish.print.PdfEngine.Rendering;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * In which sizes of type something fits, as the engine found by laying it out. The answer is kept,
 * so that {@code validate} and {@code build} ask once and cannot disagree.
 *
 * @param sizes the largest in which everything has room, or else the smallest there are
 * @param overflows what has no room even in these
 */
record Fit(List<Integer> sizes, List<Overflow> overflows) {

  /**
   * The answer of an earlier run, or else a new one.
   *
   * @param key the digest of everything that goes into the layout
   */
  static Fit kept(KeptResults kept, String key, Supplier<Fit> find) {
    Optional<Fit> known =
        kept.find(key)
            .flatMap(KeptRendering::read)
            .map(it -> new Fit(numbers(it.bytes()), it.overflows()));
    if (known.isPresent()) {
      return known.get();
    }
    Fit found = find.get();
    kept.keep(
        key, KeptRendering.bytes(new Rendering(bytes(found.sizes), found.overflows, List.of())));
    return found;
  }

  private static byte[] bytes(List<Integer> numbers) {
    return numbers.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(" "))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static List<Integer> numbers(byte[] bytes) {
    return Arrays.stream(new String(bytes, StandardCharsets.US_ASCII).split(" ", -1))
        .map(Integer::valueOf)
        .toList();
  }
}
