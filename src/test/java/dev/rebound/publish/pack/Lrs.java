package dev.rebound.publish.pack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A cmi5 LMS with its record store, as strict as the standard: it launches, hands out a token once,
 * and holds every request against the order and the forms of cmi5 (Quartz) and xAPI 1.0.3. What it
 * refuses, it also remembers as a complaint.
 */
public final class Lrs implements AutoCloseable {
  private static final String CMI5 = "https://w3id.org/xapi/cmi5/context/";
  private static final Set<String> DEFINED =
      Set.of("initialized", "completed", "passed", "failed", "terminated");
  private static final Set<String> INTERACTIONS =
      Set.of(
          "true-false",
          "choice",
          "fill-in",
          "long-fill-in",
          "matching",
          "performance",
          "sequencing",
          "likert",
          "numeric",
          "other");
  private static final String UUID =
      "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  /** How the platform is, for one test. */
  public enum Mood {
    WELL,
    /** Answers 401 to everything but the token. */
    EXPIRED,
    /** Answers 200 and a page to log in. */
    LOGIN_PAGE,
    /** Answers 503. */
    DOWN,
    /** Takes what it is sent, and breaks off without an answer. */
    SILENT,
    /** Neither takes anything nor ever answers. */
    HANGING
  }

  /**
   * What cmi5.xml says of an assignable unit.
   *
   * @param page its address in the package
   * @param mastery the score from which it is passed, as written; empty when none is given
   */
  private record Unit(String page, String moveOn, String mastery) {
    /** As the LMS calls it, which need not be what the package does (8.1.5). */
    String activity() {
      return "http://lms.example/au/" + page;
    }

    boolean passes(double scaled) {
      return !mastery.isEmpty() && scaled >= Double.parseDouble(mastery);
    }
  }

  /** Frames the address after its #. */
  private static final String HOST =
      """
      <!doctype html><html lang="en"><title>LMS</title><link rel="icon" href="data:,"><body>
      <script>
        OURS
        const it = document.createElement('iframe');
        it.title = 'Course'; it.width = 880; it.height = 680;
        it.src = decodeURIComponent(location.hash.slice(1));
        if (location.hash) { document.body.append(it); }
      </script>
      """;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;
  private final ExecutorService one = Executors.newSingleThreadExecutor();
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, String> state = new HashMap<>();
  private final List<JsonNode> statements = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final Map<String, String> tokens = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private int held;
  private final Map<String, Unit> units = new LinkedHashMap<>();
  private String session = "";
  private String mode = "Normal";
  private Unit unit;
  private int launches;
  private final Map<String, Mood> later = new HashMap<>();
  private int posts;
  public volatile Mood mood = Mood.WELL;

  /**
   * Whether it does not take what was answered about milk, without saying what is wrong with it.
   */
  volatile boolean refusesMilk;

  public Lrs(byte[] zip) throws IOException {
    Manifests.files(zip).forEach((path, bytes) -> files.put("/package/" + path, bytes));
    Matcher au =
        Pattern.compile(
                "<au [^>]*?moveOn=\"(\\w+)\"(?: masteryScore=\"([0-9.]+)\")?.*?<url>(.*?)</url>",
                Pattern.DOTALL)
            .matcher(
                new String(
                    files.getOrDefault("/package/cmi5.xml", new byte[0]), StandardCharsets.UTF_8));
    while (au.find()) {
      units.put(
          au.group(3), new Unit(au.group(3), au.group(1), au.group(2) == null ? "" : au.group(2)));
    }
    unit = units.values().iterator().next();
    String host = HOST.replace("OURS", StrictLms.forgetOthers());
    files.put("/host.html", host.getBytes(StandardCharsets.UTF_8));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(one);
    server.createContext("/", this::answer);
    server.start();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** The mood it is in after the third statements of the next session, until the one after that. */
  public synchronized void soon(Mood next) {
    later.put("session-" + (launches + 1), next);
  }

  /** A launch whose token is refused. */
  public synchronized String refused() {
    tokens.put("s=" + (launches + 1), "");
    return launch("Normal");
  }

  /** A launch URL of a new session of the first unit. */
  public synchronized String launch(String launchMode) {
    return launch(launchMode, units.keySet().iterator().next());
  }

  /** A launch URL of a new session of the unit with this page. */
  public synchronized String launch(String launchMode, String page) {
    unit = Objects.requireNonNull(units.get(page), page);
    launches++;
    session = "session-" + launches;
    mode = launchMode;
    mood = Mood.WELL;
    posts = 0;
    asked.clear();
    return url("/package/" + page)
        + "?endpoint="
        + encoded(url("/lrs"))
        + "&fetch="
        + encoded(url("/fetch?s=" + launches))
        + "&actor="
        + encoded(
            "{\"objectType\":\"Agent\",\"account\":{\"homePage\":\"http://lms.example\",\"name\":\"7\"}}")
        + "&registration=760e3480-ba55-4991-94b0-01820dbd23a2"
        + "&activityId="
        + encoded(unit.activity());
  }

  /** A mastery score of its own for the first unit, as 10.2.4 lets an LMS have. */
  public synchronized void demand(String mastery) {
    Unit first = units.values().iterator().next();
    units.put(first.page(), new Unit(first.page(), first.moveOn(), mastery));
  }

  public synchronized List<JsonNode> statements() {
    return List.copyOf(statements);
  }

  /** {@code initialized answered terminated} of the session under way. */
  public synchronized List<String> verbs() {
    return statements.stream().filter(s -> sessionOf(s).equals(session)).map(Lrs::verb).toList();
  }

  /** How many requests have been left without an answer. */
  public synchronized int held() {
    return held;
  }

  public synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String verb(JsonNode statement) {
    return statement.at("/verb/id").asString().replaceAll(".*/", "");
  }

  private static String sessionOf(JsonNode statement) {
    return statement
        .path("context")
        .path("extensions")
        .path(CMI5 + "extensions/sessionid")
        .asString();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "*, Authorization");
    exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "GET, PUT, POST");
    if (exchange.getRequestMethod().equals("OPTIONS")) {
      reply(exchange, 204, "", "");
      return;
    }
    byte[] file = files.get(path);
    if (file != null) {
      String type =
          path.endsWith(".html")
              ? "text/html; charset=utf-8"
              : path.endsWith(".css")
                  ? "text/css"
                  : path.endsWith(".svg") ? "image/svg+xml" : "text/javascript";
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, file.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(file);
      }
      return;
    }
    synchronized (this) {
      if (path.equals("/fetch")) {
        fetch(exchange);
      } else if (path.equals("/return")) {
        reply(exchange, 200, "text/html", "<title>Back</title>");
      } else if (!path.startsWith("/lrs/")) {
        reply(exchange, 404, "text/plain", "");
      } else if (mood == Mood.HANGING) {
        held++;
      } else if (mood != Mood.WELL && mood != Mood.SILENT) {
        moody(exchange);
      } else {
        lrs(exchange, path, body);
      }
    }
  }

  private void moody(HttpExchange exchange) throws IOException {
    if (mood == Mood.LOGIN_PAGE) {
      reply(exchange, 200, "text/html", "<title>Log in</title>");
    } else {
      reply(exchange, mood == Mood.DOWN ? 503 : 401, "text/plain", "no");
    }
  }

  private void fetch(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    if (!exchange.getRequestMethod().equals("POST")) {
      complaints.add("fetch by " + exchange.getRequestMethod());
    }
    if (tokens.containsKey(query)) {
      if (!tokens.getOrDefault(query, "").isEmpty()) {
        complaints.add("fetch asked twice");
      }
      reply(exchange, 200, "application/json", "{\"error-code\":\"1\",\"error-text\":\"used\"}");
      return;
    }
    tokens.put(query, "token" + launches);
    reply(exchange, 200, "application/json", "{\"auth-token\":\"token" + launches + "\"}");
  }

  private Map<String, String> parameters(HttpExchange exchange) {
    Map<String, String> parameters = new HashMap<>();
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : (query == null ? "" : query).split("&", -1)) {
      String[] sides = pair.split("=", 2);
      parameters.put(
          sides[0], URLDecoder.decode(sides.length > 1 ? sides[1] : "", StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private void lrs(HttpExchange exchange, String path, String body) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization != null
        && tokens.containsValue(authorization.replace("Basic ", ""))
        && !authorization.equals("Basic token" + launches)) {
      // cmi5 9.3.6: a launch abandons the session before it.
      reply(exchange, 401, "text/plain", "abandoned");
      return;
    }
    if (!("Basic token" + launches).equals(authorization)) {
      refuse(exchange, 401, "authorization " + authorization);
      return;
    }
    if (!"1.0.3".equals(exchange.getRequestHeaders().getFirst("X-Experience-API-Version"))) {
      refuse(exchange, 400, "no version");
      return;
    }
    String method = exchange.getRequestMethod();
    Map<String, String> p = parameters(exchange);
    String document = unit.page() + " " + p.getOrDefault("stateId", "");
    if (path.equals("/lrs/activities/state")
        && !unit.activity().equals(p.getOrDefault("activityId", ""))) {
      refuse(exchange, 403, "state of " + p.get("activityId"));
      return;
    }
    asked.add(method + " " + path.replaceAll(".*/lrs/", "") + " " + p.getOrDefault("stateId", ""));
    switch (method + " " + path) {
      case "GET /lrs/activities/state" -> {
        String id = p.getOrDefault("stateId", "");
        if (id.equals("LMS.LaunchData")) {
          reply(exchange, 200, "application/json", launchData());
        } else if (state.containsKey(document)) {
          reply(exchange, 200, "application/json", state.get(document));
        } else {
          reply(exchange, 404, "text/plain", "");
        }
      }
      case "GET /lrs/agents/profile" -> reply(exchange, 404, "text/plain", "");
      case "PUT /lrs/activities/state" -> {
        if (!mode.equals("Normal")) {
          complaints.add("state written in " + mode);
        }
        state.put(document, body);
        reply(exchange, 204, "", "");
      }
      case "POST /lrs/statements" -> post(exchange, body);
      default -> refuse(exchange, 404, method + " " + path);
    }
  }

  private String launchData() {
    return """
        {"contextTemplate":{"contextActivities":{"grouping":[{"objectType":"Activity","id":"http://publisher.example/au"}]},
        "extensions":{"https://w3id.org/xapi/cmi5/context/extensions/sessionid":"SESSION"}},
        "launchMode":"MODE","launchMethod":"AnyWindow","moveOn":"MOVE_ON",MASTERY"returnURL":"RETURN"}
        """
        .replace("SESSION", session)
        .replace("MODE", mode)
        .replace("MOVE_ON", unit.moveOn())
        .replace(
            "MASTERY", unit.mastery().isEmpty() ? "" : "\"masteryScore\":" + unit.mastery() + ",")
        .replace("RETURN", url("/return"));
  }

  private void post(HttpExchange exchange, String body) throws IOException {
    List<JsonNode> list = new ArrayList<>();
    JsonNode root = json.readTree(body);
    if (root.isArray()) {
      root.forEach(list::add);
    } else {
      list.add(root);
    }
    List<JsonNode> accepted = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    posts++;
    mood = posts > 3 ? later.getOrDefault(session, mood) : mood;
    if (mood != Mood.WELL && mood != Mood.SILENT) {
      moody(exchange);
      return;
    }
    Set<String> there =
        statements.stream().map(s -> s.path("id").asString()).collect(Collectors.toSet());
    if (list.stream().anyMatch(s -> there.contains(s.path("id").asString()))) {
      // xAPI 1.0.3, 2.1.1: one of them is known by its id.
      reply(exchange, 409, "text/plain", "known");
      return;
    }
    if (refusesMilk
        && list.stream().anyMatch(s -> s.at("/object/id").asString().contains("/milk/"))) {
      reply(exchange, 400, "text/plain", "no");
      return;
    }
    for (JsonNode statement : list) {
      String wrong = wrong(statement, accepted);
      if (!wrong.isEmpty()) {
        refuse(exchange, 400, verb(statement) + ": " + wrong);
        return;
      }
      accepted.add(statement);
      ids.add("\"" + statement.path("id").asString() + "\"");
    }
    statements.addAll(accepted);
    reply(exchange, 200, "application/json", "[" + String.join(",", ids) + "]");
  }

  /** What cmi5 or xAPI forbids of a statement, after those before it. */
  private String wrong(JsonNode s, List<JsonNode> batch) {
    List<JsonNode> all = new ArrayList<>(statements);
    all.addAll(batch);
    List<JsonNode> ofUnit =
        all.stream().filter(o -> o.at("/object/id").asString().equals(unit.activity())).toList();
    List<JsonNode> mine = all.stream().filter(o -> sessionOf(o).equals(session)).toList();
    String verb = verb(s);
    String id = s.path("id").asString();
    JsonNode context = s.path("context");
    JsonNode result = s.path("result");
    boolean allowed = !DEFINED.contains(verb);
    String categories = context.at("/contextActivities/category").toString();
    boolean judged = Set.of("completed", "passed", "failed").contains(verb);
    if (!id.matches(UUID)) {
      return "id " + id;
    }
    if (all.stream().anyMatch(o -> o.path("id").asString().equals(id))) {
      return "id again";
    }
    if (!asked.contains("GET activities/state LMS.LaunchData")
        || !asked.contains("GET agents/profile ")) {
      return "before launch data and preferences were read";
    }
    if (mine.isEmpty() != verb.equals("initialized")) {
      return "initialized must be first, and once";
    }
    if (mine.stream().anyMatch(o -> verb(o).equals("terminated"))) {
      return "after terminated";
    }
    if (!sessionOf(s).equals(session)) {
      return "no session id";
    }
    if (!context.path("registration").asString().equals("760e3480-ba55-4991-94b0-01820dbd23a2")) {
      return "registration";
    }
    if (!context
        .at("/contextActivities/grouping/0/id")
        .asString()
        .equals("http://publisher.example/au")) {
      return "context template not kept";
    }
    if (allowed == categories.contains("/categories/cmi5")) {
      return "category cmi5";
    }
    if (judged != categories.contains("/categories/moveon")) {
      return "category moveon";
    }
    if (!allowed && mine.stream().anyMatch(o -> verb(o).equals(verb))) {
      return "twice in a session";
    }
    if ((judged || allowed) && !mode.equals("Normal")) {
      return "in " + mode;
    }
    if (Set.of("completed", "passed").contains(verb)
        && ofUnit.stream().anyMatch(o -> verb(o).equals(verb))) {
      return "twice in a registration";
    }
    if (verb.equals("failed") && ofUnit.stream().anyMatch(o -> verb(o).equals("passed"))) {
      return "after passed";
    }
    if (verb.equals("passed") && mine.stream().anyMatch(o -> verb(o).equals("failed"))) {
      return "after failed in a session";
    }
    boolean scored = Set.of("passed", "failed").contains(verb);
    if (!allowed && scored != result.has("score")) {
      return "score";
    }
    if (scored && unit.passes(result.at("/score/scaled").asDouble()) != verb.equals("passed")) {
      return "against the mastery score";
    }
    if (scored
        && !context
            .path("extensions")
            .path(CMI5 + "extensions/masteryscore")
            .asString()
            .equals(unit.mastery())) {
      return "no mastery score";
    }
    if (!allowed
        && (scored != result.has("success")
            || verb.equals("completed") != result.has("completion"))) {
      return "success or completion";
    }
    String duration = result.path("duration").asString("");
    boolean timed = judged || verb.equals("terminated");
    if (duration.isEmpty() ? timed : !duration.matches("PT(\\d+H)?(\\d+M)?\\d+(\\.\\d{1,2})?S")) {
      return "duration " + duration;
    }
    if (!allowed && !s.at("/object/id").asString().equals(unit.activity())) {
      return "object";
    }
    Instant when = OffsetDateTime.parse(s.path("timestamp").asString()).toInstant();
    if (mine.stream()
        .anyMatch(
            o ->
                !OffsetDateTime.parse(o.path("timestamp").asString()).toInstant().isBefore(when))) {
      return "timestamp not after the one before";
    }
    return verb.equals("answered") ? interaction(s) : "";
  }

  private static String interaction(JsonNode s) {
    JsonNode definition = s.at("/object/definition");
    String type = definition.path("interactionType").asString();
    String response = s.at("/result/response").asString();
    if (!INTERACTIONS.contains(type)
        || !definition.path("type").asString().endsWith("/cmi.interaction")) {
      return "interaction type " + type;
    }
    if (type.equals("choice")) {
      Set<String> ids = new java.util.HashSet<>();
      definition.path("choices").forEach(choice -> ids.add(choice.path("id").asString()));
      for (String one : response.split("\\[,\\]", -1)) {
        if (!ids.contains(one)) {
          return "response " + response + " is none of " + ids;
        }
      }
    }
    if (type.equals("true-false") && !response.matches("true|false")) {
      return "response " + response;
    }
    return s.at("/context/contextActivities/other/0/id").asString().contains("/principle/")
        ? ""
        : "no objective";
  }

  private void refuse(HttpExchange exchange, int code, String why) throws IOException {
    complaints.add(why);
    reply(exchange, code, "text/plain", why);
  }

  private void reply(HttpExchange exchange, int code, String type, String text) throws IOException {
    if (mood == Mood.SILENT && exchange.getRequestURI().getPath().startsWith("/lrs/")) {
      exchange.close();
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!type.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    one.shutdownNow();
  }
}
