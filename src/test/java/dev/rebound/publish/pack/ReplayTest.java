package dev.rebound.publish.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rebound.Courses;
import dev.rebound.publish.page.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Scripted learners take the packages on platforms with the habits of real ones. Whatever the
 * platform does, each answer and the result are on record after the next launch, once, and no call
 * breaks the standard.
 *
 * <p>Each run of the tests plays each habit once that only a browser can show; {@code
 * -Drebound.replay=.*} plays all, or those whose name matches another pattern. Together with {@code
 * -Drebound.refresh=true} that writes their cells of docs/compatibility.md.
 */
@Tag("browser")
class ReplayTest {
  private static final Path TABLE = Path.of("docs/compatibility.md");

  private static final Map<String, String> STANDARDS = new LinkedHashMap<>();

  /** By standard, by what people would say of it: the habits. */
  private static final Map<String, Map<String, Set<String>>> PLATFORMS = new LinkedHashMap<>();

  static {
    STANDARDS.put("scorm12", "SCORM 1.2");
    STANDARDS.put("scorm2004", "SCORM 2004 4th Edition");
    STANDARDS.put("cmi5", "cmi5");
    for (String standard : List.of("scorm12", "scorm2004")) {
      Map<String, Set<String>> platforms = new LinkedHashMap<>();
      platforms.put("as the standard says", Set.of());
      platforms.put("refuses requests of a page that goes", Set.of("nothing-at-unload"));
      if (standard.equals("scorm2004")) {
        platforms.put("refuses times with a zone", Set.of("no-zone"));
      }
      platforms.put("says true with no network", Set.of("always-true"));
      platforms.put("cuts what is longer than 4,096", Set.of("cuts"));
      platforms.put("session expires", Set.of("expires"));
      platforms.put("session expires into a login page", Set.of("login-page"));
      platforms.put("stores, and does not say so", Set.of("times-out"));
      platforms.put("stores answers, but not the state", Set.of("forgets-state"));
      platforms.put("forgets the state at each exit", Set.of("forgets-at-exit"));
      platforms.put("refuses to initialise", Set.of("refuses"));
      platforms.put("throws when the learner leaves", Set.of("throws"));
      platforms.put("answers with numbers", Set.of("numbers"));
      platforms.put("opens a window of its own", Set.of("popup"));
      platforms.put("opens a window with a frame", Set.of("framed-popup"));
      platforms.put("has its API four parents up", Set.of("deep"));
      platforms.put("has its API late", Set.of("late"));
      Set<String> ways =
          standard.equals("scorm12") ? Set.of("changes", "counts") : Set.of("counts");
      platforms.put("sends each value once, counts what is there", Set.of("changes", "counts"));
      platforms.put("reviews what is finished", with(ways, "reviews"));
      platforms.put(
          "loses requests, says true, and reviews", with(ways, "reviews", "LOSES", "always-true"));
      platforms.put("loses requests, says so, and reviews", with(ways, "reviews", "LOSES"));
      platforms.put(
          "cannot be reached for a while, and says true",
          with(ways, "reviews", "AWAY", "always-true"));
      platforms.put("cannot be reached for a while, and says so", with(ways, "reviews", "AWAY"));
      platforms.put("refuses a part of an answer", Set.of("refuses-value"));
      PLATFORMS.put(standard, platforms);
    }
    Map<String, Set<String>> platforms = new LinkedHashMap<>();
    platforms.put("as the standard says", Set.of());
    platforms.put("refuses requests of a page that goes", Set.of("nothing-at-unload"));
    platforms.put("session expires", Set.of("EXPIRED"));
    platforms.put("session expires into a login page", Set.of("LOGIN_PAGE"));
    platforms.put("goes down", Set.of("DOWN"));
    platforms.put("stores, and does not say so", Set.of("SILENT"));
    platforms.put("refuses the launch", Set.of("refuses"));
    platforms.put("refuses a part of an answer", Set.of("refuses-value"));
    platforms.put("frames the package", Set.of("frame"));
    platforms.put("opens a window of its own", Set.of("popup"));
    platforms.put("opens a window with a frame", Set.of("framed-popup"));
    PLATFORMS.put("cmi5", platforms);
  }

  /**
   * What {@code platform.test.js} plays in every order with every loss: a browser adds nothing to
   * them.
   */
  private static final Set<String> IN_NODE =
      Set.of(
          "sends each value once, counts what is there",
          "loses requests, says true, and reviews",
          "loses requests, says so, and reviews",
          "cannot be reached for a while, and says true",
          "refuses a part of an answer");

  private static Set<String> with(Set<String> ways, String... more) {
    return Stream.concat(ways.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }

  enum Learner {
    PERFECT("all right"),
    ALL_WRONG("all wrong"),
    RESUMES("half, then resumes"),
    KILLED("killed tab, then resumes"),
    OFFLINE("offline in the middle"),
    RETRIES("fails, then retries"),
    TABS("in two tabs"),
    DEVICES("on two devices"),
    REVIEWS("finishes, then looks again"),
    PREVIEWS("previews");

    private final String words;

    Learner(String words) {
      this.words = words;
    }

    boolean isRight() {
      return this != ALL_WRONG && this != RETRIES;
    }

    Platform.Expected expected() {
      return this == RETRIES
          ? new Platform.Expected(4, 50)
          : new Platform.Expected(3, isRight() ? 100 : 0);
    }
  }

  private static Chromium chromium;
  private static final List<BrowserContext> DEVICES = new ArrayList<>();
  private static final Map<String, byte[]> PACKAGES = new LinkedHashMap<>();
  private static final Map<String, String> CELLS = new LinkedHashMap<>();

  @BeforeAll
  static void start() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() throws IOException {
    chromium.close();
    if (chosen() != null && Courses.refreshing()) {
      Courses.expect(TABLE, table());
    }
  }

  private static @Nullable String chosen() {
    return System.getProperty("rebound.replay");
  }

  /** Each habit once that needs a browser, and each learner in turn. */
  private static Set<String> eachOnce() {
    Map<String, String> once = new LinkedHashMap<>();
    int[] next = {0};
    for (String standard : List.of("scorm2004", "scorm12", "cmi5")) {
      PLATFORMS
          .getOrDefault(standard, Map.of())
          .keySet()
          .forEach(
              platform -> {
                int at = next[0]++;
                boolean turn = standard.equals("scorm12") && at % 2 == 0;
                Learner learner = Learner.values()[at % Learner.values().length];
                if (turn || !once.containsKey(platform)) {
                  once.put(platform, name(standard, platform, learner));
                }
              });
    }
    once.keySet().removeAll(IN_NODE);
    return Set.copyOf(once.values());
  }

  private static String name(String standard, String platform, Learner learner) {
    return standard + ", " + platform + ", " + learner;
  }

  @TestFactory
  Stream<DynamicTest> everyLearnerOnEveryPlatform() {
    Set<String> once = eachOnce();
    List<DynamicTest> tests = new ArrayList<>();
    PLATFORMS.forEach(
        (standard, platforms) ->
            platforms.forEach(
                (platform, habits) -> {
                  boolean[] renewed = {false};
                  for (Learner learner : Learner.values()) {
                    String name = name(standard, platform, learner);
                    if (chosen() == null ? once.contains(name) : name.matches(chosen())) {
                      tests.add(
                          DynamicTest.dynamicTest(
                              name,
                              () -> {
                                if (!renewed[0]) {
                                  renewDevices();
                                  renewed[0] = true;
                                }
                                CELLS.put(name, "**lost**");
                                CELLS.put(name, play(standard, habits, learner));
                                if (chosen() != null) {
                                  System.out.println(name + ": " + CELLS.get(name));
                                }
                              }));
                    }
                  }
                }));
    return tests.stream();
  }

  private static String play(String standard, Set<String> habits, Learner learner) {
    Platform.Expected usual = learner.expected();
    boolean right = learner.isRight();
    byte[] zip = PACKAGES.computeIfAbsent(standard, Manifests::zip);
    BrowserContext context = device(0);
    try (Platform platform = Platform.of(standard, zip, habits)) {
      if (learner == Learner.PREVIEWS) {
        return preview(platform, context);
      }
      Launch launch = platform.launch(context, false);
      launch.firstAnswer(right);
      Launch first = launch;
      boolean anew = false;
      if (learner == Learner.KILLED) {
        launch.kill();
        launch = platform.launch(context, false);
        launch.goOn();
      } else if (learner == Learner.RESUMES || learner == Learner.DEVICES) {
        platform.leave(launch);
        launch = platform.launch(learner == Learner.DEVICES ? device(1) : context, false);
        anew = launch.resume(right, learner == Learner.DEVICES);
      } else if (learner == Learner.TABS) {
        launch = platform.launch(context, false);
        anew = launch.resume(right, learner == Learner.DEVICES);
      } else if (learner == Learner.OFFLINE) {
        context.setOffline(true);
      }
      // A second device that knows nothing of the first asks once more. The same answer in the same
      // place, where one took it for stored, is that of either.
      boolean either =
          standard.equals("scorm2004")
              && Stream.of("login-page", "expires").anyMatch(habits::contains);
      Platform.Expected expected =
          anew
              ? new Platform.Expected(usual.answers() + (either ? 0 : 1), usual.score(), either)
              : usual;
      launch.rest(right);
      if (learner == Learner.OFFLINE) {
        launch.expectNotice("offline", "found");
        context.setOffline(false);
      } else if (learner == Learner.RETRIES) {
        launch.retry();
      }
      Launch last = launch;
      boolean told = false;
      if (habits.contains("AWAY")) {
        last.waitUntil(() -> last.isShown("#notice"));
        told = last.isShown(".told.warn #notice");
        assertThat(told).as("told that the platform is away").isTrue();
        platform.back();
        last.hearThatTheNetworkIsBack();
      }
      // A network that is back is not at once in every window, and a platform that is late comes.
      boolean lasts = Stream.of("expires", "login-page", "refuses").anyMatch(habits::contains);
      String passing =
          learner == Learner.OFFLINE && !lasts
              ? ""
              : habits.contains("late")
                  ? "found"
                  : habits.contains("AWAY") || habits.contains("LOSES") ? "" : "offline";
      last.waitUntil(() -> platform.has(expected, false) || last.isTold(passing));
      told |= last.isShown(".told.warn #notice");
      boolean recorded = platform.has(expected, false);
      platform.leave(last);
      if (learner == Learner.TABS) {
        platform.leave(first);
      }
      recorded = recorded && platform.has(expected, true);
      // Where the end has not arrived, the platform opens the attempt to go on with it.
      if (learner == Learner.REVIEWS && recorded) {
        review(platform, context);
      }
      boolean keeps = false;
      // Both devices, where there are two: each has its own copy.
      for (BrowserContext device :
          learner == Learner.DEVICES ? List.of(context, DEVICES.get(1)) : List.of(context)) {
        Launch later = platform.launch(device, true);
        later.waitUntil(() -> platform.has(expected, false));
        keeps |= later.isShown("#notice");
        platform.leave(later);
      }
      String when =
          recorded
              ? habits.contains("AWAY") ? "told, recorded" : "recorded"
              : told ? "told, recorded at the next launch" : "recorded at the next launch";
      if (anew && habits.contains("reviews") && !platform.has(expected, true)) {
        // One device has ended the attempt before the other's answer had arrived.
        assertThat(platform.has(usual, true)).as("%s", platform).isTrue();
        assertThat(keeps).as("told that something is kept").isTrue();
        return when + ", one answer kept on its device";
      }
      if (learner == Learner.DEVICES && habits.contains("forgets-state")) {
        // Only a state can tell one device where the other has written: to lose nothing, it goes
        // elsewhere.
        Platform.Expected orMore =
            new Platform.Expected(expected.answers(), expected.score(), true);
        assertThat(platform.has(orMore, true)).as("%s", platform).isTrue();
        return platform.has(expected, true) ? when : when + ", some answers twice";
      }
      assertThat(platform.has(expected, true)).as("%s", platform).isTrue();
      return when;
    }
  }

  /** One of two, as new: with nothing open. What another platform left there is nobody's. */
  private static BrowserContext device(int at) {
    while (DEVICES.size() <= at) {
      DEVICES.add(unboxed());
    }
    BrowserContext device = DEVICES.get(at);
    device.setOffline(false);
    device.pages().forEach(Page::close);
    return device;
  }

  /** Its clock is ours, and remembers each leap: that must not get long. */
  private static BrowserContext unboxed() {
    BrowserContext device =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    device.clock().install();
    return device;
  }

  private static void renewDevices() {
    DEVICES.forEach(BrowserContext::close);
    DEVICES.clear();
  }

  /** Nothing of it may be recorded, and the learner is told before anything is answered. */
  private static String preview(Platform platform, BrowserContext context) {
    Launch launch = platform.launch(context, false, "browse");
    launch.waitUntil(() -> launch.isShown("#notice"));
    boolean told = launch.isShown("#notice");
    launch.firstAnswer(true);
    launch.rest(true);
    told &= launch.isShown("#notice");
    platform.leave(launch);
    assertThat(platform.record()).isIn("{}", "[]", "{\"cmi.core.lesson_status\":\"browsed\"}");
    return told ? "told, nothing recorded" : "nothing recorded";
  }

  /** A finished attempt is looked at; nothing of it may change. */
  private static void review(Platform platform, BrowserContext context) {
    String before = platform.record();
    Launch launch = platform.launch(context, true, "review");
    launch.waitUntil(() -> launch.isShown("#notice"));
    assertThat(launch.isShown("#notice")).as("told that it is a review").isTrue();
    platform.leave(launch);
    assertThat(platform.record()).isEqualTo(before);
  }

  /** What was played now, and for the rest what the table says. */
  private static Map<String, String> cells() throws IOException {
    Map<String, String> cells = new LinkedHashMap<>();
    String standard = "";
    List<String> titles = List.of();
    for (String line : Files.readAllLines(TABLE)) {
      for (Map.Entry<String, String> one : STANDARDS.entrySet()) {
        standard = line.equals("## " + one.getValue()) ? one.getKey() : standard;
      }
      List<String> parts = List.of(line.split(" *\\| *", -1));
      titles = line.startsWith("| the platform |") ? parts : titles;
      for (Learner learner : Learner.values()) {
        int column = titles.indexOf(learner.words);
        if (column > 0 && parts.size() == titles.size()) {
          cells.put(name(standard, parts.get(1), learner), parts.get(column));
        }
      }
    }
    cells.putAll(CELLS);
    return cells;
  }

  private static String table() throws IOException {
    Map<String, String> cells = cells();
    StringBuilder out =
        new StringBuilder(
            """
            # Compatibility

            What becomes of a learner's work on platforms with the habits of real ones. Ten scripted learners take the packages of a small
            course in Chromium, on strict platforms of our own (`strict-lms.js` for SCORM, which the preview has, too, and `Lrs.java` for cmi5) that
            have one habit each. They check every call and every statement against the standard: none broke it, and no answer was recorded
            twice but where that is said.

            Written by `./check all`, which plays everything; `./check` plays each habit once that only a browser can show.

            - **recorded**: answers, score and status were with the platform when the learner had left.
            - **told, recorded**: the learner saw that the platform could not be reached; when it was back, all was recorded before they left.
            - **told, recorded at the next launch**: the learner saw that something was not saved; the device kept it, and the next launch sent it.
            - **recorded at the next launch**: the learner could not be told, because the platform said "true", or refused the last word of a
              page that had gone; the next launch found that out.
            - **lost**: something was missing after the next launch, or a call broke the standard. Its column counts the learners who played.
            - **told in view**: of those whose work was not with the platform at once, or not to be recorded, how many saw it said inside their window.
            - **not played**: nothing is known of it with the player as it is now.
            """);
    PLATFORMS.forEach(
        (standard, platforms) -> {
          out.append("\n## ").append(STANDARDS.get(standard)).append("\n\n| the platform |");
          for (Learner learner : Learner.values()) {
            out.append(' ').append(learner.words).append(" |");
          }
          out.append(" lost | told in view |\n|---|");
          out.append("---|".repeat(Learner.values().length + 2)).append('\n');
          for (String platform : platforms.keySet()) {
            List<String> row = new ArrayList<>();
            out.append("| ").append(platform).append(" |");
            for (Learner learner : Learner.values()) {
              String cell = cells.getOrDefault(name(standard, platform, learner), "not played");
              out.append(' ').append(cell).append(" |");
              row.add(cell);
            }
            long lost = row.stream().filter("**lost**"::equals).count();
            long told = row.stream().filter(cell -> cell.startsWith("told")).count();
            long late =
                row.stream()
                    .filter(cell -> !Set.of("recorded", "not played", "**lost**").contains(cell))
                    .count();
            long played = row.stream().filter(cell -> !cell.equals("not played")).count();
            out.append(' ').append(lost).append(" of ").append(played);
            out.append(" | ").append(told).append(" of ").append(late);
            out.append(" |\n");
          }
        });
    return out.toString();
  }
}
