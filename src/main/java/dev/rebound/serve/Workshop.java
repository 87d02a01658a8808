package dev.rebound.serve;

import dev.rebound.check.CheckContext;
import dev.rebound.check.Checker;
import dev.rebound.check.scorer.PrincipleScorer;
import dev.rebound.course.Content;
import dev.rebound.load.ContentLoader;
import dev.rebound.load.ContentParts;
import dev.rebound.publish.PublishFailure;
import dev.rebound.publish.Publisher;
import dev.rebound.source.Finding;
import dev.rebound.source.Problem;
import dev.rebound.source.Severity;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest state of the folders. One thread reads what has changed, another finds what is wrong
 * with it; whoever shows a state waits here for the next.
 */
final class Workshop implements Closeable {
  /** So long do rules wait for the windows to be told of their pages. */
  private static final long PAGES_MS = 300;

  /** And so long, when it starts, for a first window. */
  private static final long OPENING_MS = 2000;

  private final Workspace workspace;
  private final Tools tools;
  private final FolderWatch watch;
  private final List<Thread> threads;

  private Publisher site;
  private Snapshot now;
  private Found found = Found.nothing();
  private @Nullable CheckContext checkedLast;
  private boolean open = true;

  /** Which version each window shows. */
  private final Map<EventStream, Long> windows = new HashMap<>();

  /** Why the folders cannot be read or the looks not be used, while that is so. */
  private @Nullable String trouble;

  Workshop(Workspace workspace, Tools tools) throws IOException {
    this.workspace = workspace;
    this.tools = tools;
    // First: what changes while it is read is read again.
    this.watch = new FolderWatch(List.of(workspace.content(), workspace.looks()));
    this.site = tools.site();
    this.now =
        Snapshot.of(
            1,
            1,
            tools.loader().read(workspace.content(), workspace.name(), ContentParts.NONE),
            site);
    this.threads =
        List.of(
            new Thread(this::follow, "rebound-reads"), new Thread(this::check, "rebound-checks"));
    threads.forEach(
        thread -> {
          thread.setDaemon(true);
          thread.start();
        });
  }

  synchronized Snapshot now() {
    return now;
  }

  synchronized Found found() {
    return found;
  }

  synchronized Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** What somebody shows. */
  record Seen(long version, long found, boolean complete) {
    static final Seen NOTHING = new Seen(0, 0, false);
  }

  synchronized Seen seen() {
    return new Seen(now.version(), found.version(), found.complete());
  }

  /**
   * Waits for something newer.
   *
   * @return whether there is; otherwise the time is up, or the workshop closes
   */
  synchronized boolean await(Seen seen, long milliseconds) throws InterruptedException {
    long end = System.nanoTime() + milliseconds * 1_000_000;
    while (open && seen.equals(seen())) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return open;
  }

  synchronized boolean isOpen() {
    return open;
  }

  /** A window has been told of its page, and of nothing else yet. */
  synchronized void shows(EventStream window, long version) {
    windows.put(window, version);
    notifyAll();
  }

  synchronized void leaves(EventStream window) {
    windows.remove(window);
    notifyAll();
  }

  private void follow() {
    while (isOpen()) {
      try {
        read(watch.take());
      } catch (InterruptedException closed) {
        return;
      } catch (IOException | RuntimeException failure) {
        say(failure);
      }
    }
  }

  private synchronized void say(Exception failure) {
    trouble =
        failure instanceof IOException
                || failure instanceof UncheckedIOException
                || failure instanceof PublishFailure
            ? workspace.plain(String.valueOf(failure.getMessage()))
            : "A fault of Rebound's own, please report it: " + failure;
    now = new Snapshot(now.version() + 1, now.looks(), now.reading(), now.pages());
    notifyAll();
  }

  /** Reads what has changed, and makes it the newest state. */
  private void read(Set<Path> changed) throws IOException {
    Snapshot before = now();
    Set<String> names = new HashSet<>();
    boolean looks = false;
    for (Path path : changed) {
      workspace.named(path).ifPresent(names::add);
      looks |= path.startsWith(workspace.looks()) || path.endsWith("rebound.yaml");
    }
    if (looks) {
      site = tools.site();
    }
    ContentLoader.Reading reading =
        tools
            .loader()
            .read(
                workspace.content(),
                workspace.name(),
                before.reading().parts().changedSince(names));
    show(Snapshot.of(before.version() + 1, before.looks() + (looks ? 1 : 0), reading, site));
  }

  private synchronized void show(Snapshot next) {
    trouble = null;
    now = next;
    notifyAll();
  }

  private void check() {
    @Nullable CheckContext context = null;
    @Nullable CheckContext ofPaper = null;
    long checked = 0;
    try {
      while (isOpen()) {
        Snapshot next = next(checked);
        checked = next.version();
        BooleanSupplier newest = () -> isNewest(next);
        try {
          CheckContext fresh = again(next, context);
          Checked words = found(tools.words().whileWanted(newest), fresh);
          context = fresh;
          keep(fresh);
          report(Found.of(next, fresh, words.findings, words.errors, false, workspace));
          CheckContext paper = again(next, ofPaper);
          Checked both = words.and(found(tools.paper().whileWanted(newest), paper));
          ofPaper = paper;
          report(Found.of(next, fresh, both.findings, both.errors, true, workspace));
        } catch (CancellationException overtaken) {
          // What is newer is checked at once.
        } catch (RuntimeException failure) {
          say(failure);
          checked = now().version();
        }
      }
    } catch (InterruptedException closed) {
      return;
    }
  }

  private synchronized void keep(CheckContext context) {
    checkedLast = context;
  }

  private synchronized Optional<CheckContext> checkedLast() {
    return Optional.ofNullable(checkedLast);
  }

  /** The principles by their words, as they are now. */
  PrincipleScorer nearest() {
    return PrincipleScorer.of(checkedLast().orElseGet(() -> new CheckContext(now().content())));
  }

  private synchronized boolean isNewest(Snapshot one) {
    return open && now.version() == one.version();
  }

  /** The content as it would be if some files held this. */
  Content supposing(Map<String, byte[]> files) throws IOException {
    return tools
        .loader()
        .read(workspace.content(), workspace.name(), now().reading().parts().supposing(files))
        .content();
  }

  /** What would be found in other content, and is not found now. */
  List<Finding> found(Content other) {
    CheckContext before = checkedLast().orElseGet(() -> new CheckContext(now().content()));
    CheckContext context = new CheckContext(other, before);
    Set<String> known = new HashSet<>();
    found().findings().forEach(it -> known.add(it.rule() + it.span().file() + it.message()));
    return found(tools.words(), context).findings.stream()
        .filter(it -> !known.contains(it.rule() + it.span().file() + it.message()))
        .toList();
  }

  /** Why a file of other content could not be read as it should be, where it can be now. */
  List<Problem> broken(String name, Content other) {
    List<Problem> broken = ofForm(name, other);
    Set<String> known = new HashSet<>();
    ofForm(name, now().content()).forEach(it -> known.add(it.rule() + it.message()));
    return broken.stream().filter(it -> !known.contains(it.rule() + it.message())).toList();
  }

  private static List<Problem> ofForm(String name, Content content) {
    return content.problems().stream()
        .filter(it -> it.span().file().equals(name))
        .filter(it -> it.rule().matches("SyntaxError|SchemaViolation|UnsafeHtml"))
        .toList();
  }

  private static CheckContext again(Snapshot next, @Nullable CheckContext before) {
    return before == null
        ? new CheckContext(next.content())
        : new CheckContext(next.content(), before);
  }

  /**
   * What some rules found.
   *
   * @param findings with those in drafts
   * @param errors without those in drafts
   */
  private record Checked(List<Finding> findings, long errors) {
    Checked and(Checked other) {
      return new Checked(both(findings, other.findings), errors + other.errors);
    }
  }

  private static <T> List<T> both(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Checked found(Checker checker, CheckContext context) {
    Checker.Verdict verdict = checker.check(context, false);
    List<Finding> reported = verdict.report().findings();
    return new Checked(
        both(reported, verdict.drafts()),
        reported.stream().filter(it -> it.severity() == Severity.ERROR).count());
  }

  private synchronized boolean isBehind() {
    return windows.values().stream().anyMatch(it -> it < now.version());
  }

  private synchronized Snapshot next(long checked) throws InterruptedException {
    while (open && now.version() == checked) {
      wait();
    }
    // Pages first: rules take every processor there is.
    boolean first = checked == 0;
    long left = first ? OPENING_MS : PAGES_MS;
    long end = System.nanoTime() + left * 1_000_000;
    while (open && left > 0 && (windows.isEmpty() ? first : isBehind())) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return now;
  }

  /** What was found in a state that is not the newest any more is nobody's. */
  private synchronized void report(Found next) {
    if (next.version() == now.version()) {
      found = next;
      notifyAll();
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      open = false;
      notifyAll();
    }
    watch.close();
    threads.forEach(Thread::interrupt);
  }
}
