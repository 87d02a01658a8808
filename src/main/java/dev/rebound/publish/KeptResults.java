package dev.rebound.publish;

import java.util.Optional;

/**
 * Results of pure functions, kept from one run to the next. A key is the SHA-256, in hexadecimal,
 * of everything that goes in; the build of the tool is added where they are kept.
 */
public interface KeptResults {
  /** Keeps nothing. */
  KeptResults NONE =
      new KeptResults() {
        @Override
        public Optional<byte[]> find(String key) {
          return Optional.empty();
        }

        @Override
        public void keep(String key, byte[] result) {}
      };

  /** What was kept; nothing where it is gone or damaged. */
  Optional<byte[]> find(String key);

  /** Keeps it if it can; where it cannot, the result is made anew the next time. */
  void keep(String key, byte[] result);
}
