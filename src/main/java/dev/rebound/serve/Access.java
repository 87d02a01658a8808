package dev.rebound.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask: a browser that was given the address with its token, for pages of this server. Other
 * sites can make a browser ask; names of theirs can lead to this machine. Neither passes.
 */
final class Access {
  private final String token;
  private final int port;

  Access(int port) {
    this.port = port;
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    this.token = HexFormat.of().formatHex(random);
  }

  /** What the author opens. */
  String address() {
    return origin() + "/?token=" + token;
  }

  /** The cookie that stands for the token from then on. Cookies know no ports, so its name does. */
  String cookie() {
    return name() + "=" + token + "; HttpOnly; SameSite=Strict; Path=/";
  }

  private String name() {
    return "rebound-" + port;
  }

  private String origin() {
    return "http://127.0.0.1:" + port;
  }

  /** Whether a request comes from a page of ours, or from the address bar. */
  boolean isOurs(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    List<String> hosts = headers.getOrDefault("Host", List.of());
    @Nullable String origin = headers.getFirst("Origin");
    @Nullable String site = headers.getFirst("Sec-Fetch-Site");
    boolean writes = !exchange.getRequestMethod().matches("GET|HEAD");
    return hosts.equals(List.of("127.0.0.1:" + port))
        && (origin == null ? !writes : origin.equals(origin()))
        && (site == null || site.equals("same-origin") || (site.equals("none") && !writes));
  }

  /** Whether the address has the token. */
  boolean hasToken(HttpExchange exchange) {
    @Nullable String query = exchange.getRequestURI().getRawQuery();
    return query != null && isToken(query, "token=");
  }

  boolean hasCookie(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().get("Cookie"))
        .orElse(List.of())
        .stream()
        .flatMap(line -> List.of(line.split(";\\s*", 100)).stream())
        .anyMatch(one -> isToken(one, name() + "="));
  }

  private boolean isToken(String text, String before) {
    return text.startsWith(before)
        && MessageDigest.isEqual(
            text.substring(before.length()).getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8));
  }
}
