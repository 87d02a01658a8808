package dev.rebound.publish.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A platform as its standard wants it, which launches any unit of a package: {@link Lms} or {@link
 * Lrs}.
 */
interface Host extends AutoCloseable {
  /**
   * @param unit the page that the manifest names: {@code module-pot.html}
   */
  Launch open(BrowserContext context, String unit);

  /** The learner leaves; the platform's page stays. */
  void leave(Launch launch);

  /**
   * What it has of a unit: {@code incomplete}, {@code completed}, {@code failed 0}, {@code passed
   * 100}.
   */
  String status(Launch launch, String unit);

  @Override
  void close();

  static Host of(String standard, byte[] zip) {
    try {
      return standard.equals("cmi5") ? new OfCmi5(new Lrs(zip)) : new OfScorm(standard, zip);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Somebody else's LMS. */
  record OfScorm(Lms lms, boolean is12) implements Host {
    OfScorm(String standard, byte[] zip) throws IOException {
      this(new Lms(standard, zip), standard.equals("scorm12"));
    }

    @Override
    public Launch open(BrowserContext context, String unit) {
      Page page = context.newPage();
      page.navigate(lms.url("/lms.html?" + unit));
      return new Launch(page, page, 1);
    }

    @Override
    public void leave(Launch launch) {
      launch.lms.evaluate("document.querySelector('iframe').remove()");
    }

    @Override
    public String status(Launch launch, String unit) {
      return String.valueOf(
              launch.lms.evaluate(
                  is12
                      ? "record().core.lesson_status + ' ' + record().core.score.raw"
                      : "(record().success_status === 'unknown' ? record().completion_status"
                          + " : record().success_status) + ' ' + record().score.raw"))
          .strip();
    }

    @Override
    public void close() {
      lms.close();
    }
  }

  /** The strict one of ours. */
  record OfCmi5(Lrs lrs) implements Host {
    @Override
    public Launch open(BrowserContext context, String unit) {
      Page page = context.newPage();
      page.navigate(lrs.launch("Normal", unit));
      return new Launch(page, page, 0);
    }

    @Override
    public void leave(Launch launch) {
      launch.visible("[data-leave]").click();
      launch.page.waitForURL(lrs.url("/return"));
      assertThat(lrs.verbs()).endsWith("terminated");
    }

    @Override
    public String status(Launch launch, String unit) {
      String status = "incomplete";
      for (JsonNode statement : lrs.statements()) {
        String verb = Lrs.verb(statement);
        boolean mine = statement.at("/object/id").asString().endsWith("/" + unit);
        if (mine && List.of("completed", "passed", "failed").contains(verb)) {
          String score = statement.at("/result/score/raw").asString("");
          status = (verb + " " + score).strip();
        }
      }
      return status;
    }

    @Override
    public void close() {
      lrs.close();
      assertThat(lrs.complaints()).isEmpty();
    }
  }
}
