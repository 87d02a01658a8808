package dev.rebound.publish.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.publish.Artefact;
import dev.rebound.publish.output.FailingDisk.Killed;
import dev.rebound.publish.output.FailingDisk.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A build is killed, or fails, at each of its steps on the disk in turn. Afterwards the next
 * command finds the last output whole, or the new one, and every file of the user where it was.
 */
@Tag("slow")
class InterruptedBuildTest {
  private static final List<Artefact> OLD =
      List.of(
          Artefact.text("index.html", () -> "old"),
          Artefact.text("course/one.html", () -> "old one"),
          Artefact.text("course/gone/page.html", () -> "old page"),
          Artefact.text("turns", () -> "a file"));

  private static final List<Artefact> NEW =
      List.of(
          Artefact.text("index.html", () -> "new"),
          Artefact.text("course/one.html", () -> "new one"),
          Artefact.text("course/two/page.html", () -> "new page"),
          Artefact.text("turns/folder.html", () -> "into a folder"));

  /** How the folder is replaced. */
  private enum Mode {
    SWAP,
    BESIDE_A_README,
    WITH_FILES_OF_THE_USER,
    ON_A_MOUNT,
    ON_A_MOUNT_WITH_FILES_OF_THE_USER,
    FOR_THE_FIRST_TIME;

    void lay(Path site) throws IOException {
      Files.createDirectories(site);
      if (this == BESIDE_A_README) {
        Files.writeString(site.resolve(ArtefactPaths.README), "kept");
      }
      if (this == WITH_FILES_OF_THE_USER || this == ON_A_MOUNT_WITH_FILES_OF_THE_USER) {
        Files.writeString(site.resolve("CNAME"), "example.org");
        Files.createDirectories(site.resolve(".git/refs"));
        Files.writeString(site.resolve(".git/HEAD"), "ref");
        Files.writeString(site.resolve("course/mine.txt"), "mine");
        Files.writeString(site.resolve("course/gone/mine.txt"), "mine");
      }
    }

    boolean isMount() {
      return this == ON_A_MOUNT || this == ON_A_MOUNT_WITH_FILES_OF_THE_USER;
    }

    Optional<Path> mount(Path site) {
      return isMount() ? Optional.of(site) : Optional.empty();
    }

    /** On a mount the journal goes the way it goes among files of the user: some steps will do. */
    int stride() {
      return isMount() ? 4 : 1;
    }
  }

  @TempDir private Path dir = Path.of("");

  @ParameterizedTest
  @EnumSource(Mode.class)
  void killedAtAnyStepItLeavesAWholeSite(Mode mode) throws IOException {
    everyStep(mode, Way.KILLED, mode.stride());
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aFailingStepIsRolledBack(Mode mode) throws IOException {
    everyStep(mode, Way.FAILS_ONCE, mode.stride());
  }

  @ParameterizedTest
  @EnumSource(names = {"SWAP", "WITH_FILES_OF_THE_USER"})
  void aDiskThatIsGoneLosesNothing(Mode mode) throws IOException {
    everyStep(mode, Way.FAILS_FROM_THEN_ON, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"ON_A_MOUNT", "ON_A_MOUNT_WITH_FILES_OF_THE_USER"})
  @Tag("long")
  void killedAtEachStepOnAMount(Mode mode) throws IOException {
    everyStep(mode, Way.KILLED, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"ON_A_MOUNT", "ON_A_MOUNT_WITH_FILES_OF_THE_USER"})
  @Tag("long")
  void eachFailingStepOnAMountIsRolledBack(Mode mode) throws IOException {
    everyStep(mode, Way.FAILS_ONCE, 1);
  }

  private void everyStep(Mode mode, Way way, int stride) throws IOException {
    Map<String, String> fresh = after(mode, dir.resolve("model"));
    int steps = 0;
    boolean reached = true;
    for (int step = 0; reached; step += stride) {
      Path parent = Files.createDirectories(dir.resolve("step-" + step));
      Path site = parent.resolve("site");
      Map<String, String> users = layUsers(parent);
      Map<String, String> last = Map.of();
      if (mode != Mode.FOR_THE_FIRST_TIME) {
        new OutputFolder(site).replace(OLD, OutputFolderTest.UNSEEN);
        mode.lay(site);
        last = files(site);
      }
      FailingDisk disk = new FailingDisk(way, OptionalInt.of(step), mode.mount(site));
      boolean built = built(new OutputFolder(site, disk));
      reached = disk.steps() > step;
      steps = Math.max(steps, disk.steps());
      String where = mode + " " + way + " at step " + step;
      if (way == Way.FAILS_ONCE && !built) {
        assertThat(files(site)).as(where).isEqualTo(last);
      }

      new OutputFolder(site, new FailingDisk(Way.KILLED, OptionalInt.empty(), mode.mount(site)))
          .recover();
      assertThat(files(site)).as(where).isEqualTo(built || done(site) ? fresh : last);

      new OutputFolder(site, new FailingDisk(Way.KILLED, OptionalInt.empty(), mode.mount(site)))
          .replace(NEW, OutputFolderTest.UNSEEN);
      assertThat(files(site)).as(where).isEqualTo(fresh);
      Map<String, String> all = files(parent);
      all.keySet().removeIf(path -> path.startsWith("site/"));
      assertThat(all).as(where + ": beside").isEqualTo(users);
    }
    assertThat(steps).isGreaterThan(10);
  }

  private static boolean done(Path site) throws IOException {
    Path index = site.resolve("index.html");
    return Files.exists(index) && Files.readString(index).equals("new");
  }

  private static boolean built(OutputFolder folder) {
    try {
      folder.recover();
      folder.replace(NEW, OutputFolderTest.UNSEEN);
      return true;
    } catch (IOException | Killed stopped) {
      return false;
    }
  }

  private static Map<String, String> after(Mode mode, Path parent) throws IOException {
    Path site = parent.resolve("site");
    Files.createDirectories(site);
    if (mode != Mode.FOR_THE_FIRST_TIME) {
      new OutputFolder(site).replace(OLD, OutputFolderTest.UNSEEN);
      mode.lay(site);
    }
    new OutputFolder(site).replace(NEW, OutputFolderTest.UNSEEN);
    return files(site);
  }

  /** Names that a build might take for its own. */
  private static Map<String, String> layUsers(Path parent) throws IOException {
    for (String name : List.of(".site.new", ".site.old", ".site.rebound-work")) {
      Files.createDirectories(parent.resolve(name));
      Files.writeString(parent.resolve(name + "/thesis.txt"), "years of work");
    }
    Files.writeString(parent.resolve(".site.rebound-work/owner"), "me");
    return files(parent);
  }

  /** Every file below, by path, with its text; empty folders, too. */
  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.exists(root)) {
      try (Stream<Path> walk = Files.walk(root)) {
        for (Path path : walk.toList()) {
          String name = root.relativize(path).toString();
          if (Files.isRegularFile(path)) {
            files.put(name, Files.readString(path));
          } else if (!path.equals(root)) {
            files.put(name + "/", "");
          }
        }
      }
    }
    return files;
  }
}
