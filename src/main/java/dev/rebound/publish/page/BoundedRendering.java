package dev.rebound.publish.page;

import freemarker.core.Environment;
import freemarker.core.TemplateProcessingTracer;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateHashModel;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Renders a template of a workspace's own, which may be one that never ends: it stops where more
 * steps are taken, more text is made or macros are nested deeper than any page needs.
 */
final class BoundedRendering implements TemplateProcessingTracer {
  /** Directives, expressions and texts gone through for one page; ours take some thousands. */
  static final int MAX_STEPS = 10_000_000;

  static final int MAX_DEPTH = 1_000;

  /** Characters of one page. */
  static final int MAX_TEXT = 32 << 20;

  /** For what takes no steps at all, such as a list without an end and without a body. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Template template;
  private final TemplateHashModel data;
  private long steps;
  private int depth;
  private volatile @Nullable TracedElement reached;
  private volatile @Nullable Throwable failure;
  private volatile @Nullable String result;

  private BoundedRendering(Template template, TemplateHashModel data) {
    this.template = template;
    this.data = data;
  }

  static String render(Template template, TemplateHashModel data)
      throws TemplateException, IOException {
    BoundedRendering rendering = new BoundedRendering(template, data);
    BoundedThread.ends(rendering::run, PATIENCE);
    return rendering.outcome();
  }

  private String outcome() throws TemplateException, IOException {
    String text = result;
    if (text != null) {
      return text;
    }
    Throwable why = failure;
    if (why instanceof TemplateException unfit) {
      throw unfit;
    } else if (why instanceof IOException unreadable) {
      throw unreadable;
    } else if (why instanceof RuntimeException fault) {
      throw fault;
    } else if (why instanceof OutOfMemoryError) {
      throw stopped("needs more memory than there is. Look for a text that grows in a list.", why);
    } else if (why instanceof StackOverflowError) {
      throw stopped("calls itself without an end. Give the macro or function an end.", why);
    }
    throw stopped(
        "has not ended after " + PATIENCE.toSeconds() + " seconds. Look for a list without an end.",
        new IllegalStateException("stopped"));
  }

  private void run() {
    try {
      BoundedWriter out = new BoundedWriter();
      Environment environment = template.createProcessingEnvironment(data, out);
      environment.setTemplateProcessingTracer(this);
      environment.process();
      result = out.toString();
    } catch (Exception | OutOfMemoryError | StackOverflowError thrown) {
      Throwable cause = thrown;
      while (cause.getCause() != null && !(cause instanceof TemplateFailure)) {
        cause = cause.getCause();
      }
      failure = cause instanceof TemplateFailure ? cause : thrown;
    }
  }

  @Override
  public void enterElement(Environment environment, TracedElement element) {
    if (element.getBeginLine() > 0) {
      reached = element;
    }
    if (++steps > MAX_STEPS) {
      throw stopped(
          "goes on after %,d steps. Look for a list without an end.".formatted(MAX_STEPS),
          new IllegalStateException("stopped"));
    }
    if (++depth > MAX_DEPTH) {
      throw stopped(
          "calls itself more than %,d deep. Give the macro or function an end."
              .formatted(MAX_DEPTH),
          new IllegalStateException("stopped"));
    }
  }

  @Override
  public void exitElement(Environment environment, TracedElement element) {
    depth--;
  }

  private TemplateFailure stopped(String message, Throwable cause) {
    return new TemplateFailure(place(), message, cause);
  }

  private String place() {
    TracedElement element = reached;
    return element == null
        ? "templates/" + template.getName()
        : "templates/"
            + element.getTemplate().getName()
            + ":"
            + element.getBeginLine()
            + ":"
            + element.getBeginColumn();
  }

  /** Takes no more than a page may hold. */
  private final class BoundedWriter extends StringWriter {
    BoundedWriter() {
      super(8192);
    }

    @Override
    public void write(int c) {
      require(1);
      super.write(c);
    }

    @Override
    public void write(char[] text, int from, int length) {
      require(length);
      super.write(text, from, length);
    }

    @Override
    public void write(String text) {
      require(text.length());
      super.write(text);
    }

    @Override
    public void write(String text, int from, int length) {
      require(length);
      super.write(text, from, length);
    }

    private void require(int more) {
      if (getBuffer().length() + (long) more > MAX_TEXT) {
        throw stopped(
            "makes a page of more than %d million characters. Look for what it repeats."
                .formatted(MAX_TEXT >> 20),
            new IllegalStateException("stopped"));
      }
    }
  }
}
