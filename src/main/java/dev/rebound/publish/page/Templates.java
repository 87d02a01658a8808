package dev.rebound.publish.page;

import dev.rebound.source.Sha256;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateHashModel;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * The looks: {@code templates/} as packed into the tool, overridden file by file by a folder of the
 * workspace. Templates see the components of records, lists, texts, numbers, booleans and {@link
 * Html}, and can reach no Java object, class or file through them.
 */
public final class Templates {
  private final Configuration freemarker;
  private final PlainValues values = new PlainValues();
  private final Optional<Path> overrides;

  /**
   * @param overrides the workspace's own templates; looked at only where the folder exists
   */
  public Templates(Optional<Path> overrides) {
    this.overrides = overrides;
    freemarker = new Configuration(Configuration.VERSION_2_3_33);
    freemarker.setTemplateLoader(loader(overrides));
    freemarker.setDefaultEncoding("UTF-8");
    freemarker.setLocalizedLookup(false);
    freemarker.setLocale(Locale.ROOT);
    freemarker.setTimeZone(TimeZone.getTimeZone("UTC"));
    freemarker.setURLEscapingCharset("UTF-8");
    freemarker.setNumberFormat("computer");
    freemarker.setBooleanFormat("c");
    freemarker.setObjectWrapper(values);
    // `?new` would run commands.
    freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    freemarker.setAPIBuiltinEnabled(false);
    freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    freemarker.setAttemptExceptionReporter((failure, environment) -> {});
    freemarker.setLogTemplateExceptions(false);
    freemarker.setWrapUncheckedExceptions(true);
    freemarker.setRecognizeStandardFileExtensions(true);
    // A build renders each template many times and never sees one change.
    freemarker.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
  }

  /**
   * The text a template makes of its data.
   *
   * @param data its components are the variables that the template begins with
   */
  public String render(String name, Record data) {
    assert fills(name, data) : data.getClass() + " is not said to fill " + name;
    try {
      Template template = freemarker.getTemplate(name);
      TemplateHashModel root = values.root(data);
      if (overrides.filter(Files::isDirectory).isPresent()) {
        return BoundedRendering.render(template, root);
      }
      StringWriter out = new StringWriter(8192);
      template.process(root, out);
      return out.toString();
    } catch (ParseException failure) {
      throw new TemplateFailure(
          place(failure.getTemplateName(), failure.getLineNumber(), failure.getColumnNumber()),
          firstLine(failure.getEditorMessage()),
          failure);
    } catch (TemplateException failure) {
      throw new TemplateFailure(
          place(
              failure.getTemplateSourceName(), failure.getLineNumber(), failure.getColumnNumber()),
          why(failure, data),
          failure);
    } catch (IOException failure) {
      throw new TemplateFailure("templates/" + name, String.valueOf(failure.getMessage()), failure);
    }
  }

  private static boolean fills(String name, Record data) {
    Fills said = data.getClass().getAnnotation(Fills.class);
    return said == null
        || Arrays.stream(said.value())
            .anyMatch(it -> name.replaceFirst("^/", "").matches(it.replaceAll("<\\w+>", "[^/]+")));
  }

  /** Whether there is such a file, packed or in the workspace. */
  public boolean exists(String name) {
    try {
      return freemarker.getTemplateLoader().findTemplateSource(name) != null;
    } catch (IOException failure) {
      throw new TemplateFailure("templates/" + name, String.valueOf(failure.getMessage()), failure);
    }
  }

  /** A file of {@code templates/} that is no template: a style sheet, a picture. */
  public String text(String name) {
    TemplateLoader loader = freemarker.getTemplateLoader();
    try {
      Object found = loader.findTemplateSource(name);
      if (found == null) {
        throw new IOException("there is no such file");
      }
      try (Reader reader = loader.getReader(found, StandardCharsets.UTF_8.name())) {
        StringWriter out = new StringWriter();
        reader.transferTo(out);
        return out.toString();
      } finally {
        loader.closeTemplateSource(found);
      }
    } catch (IOException failure) {
      throw new TemplateFailure("templates/" + name, String.valueOf(failure.getMessage()), failure);
    }
  }

  /** What tells these looks from others of the same build. */
  public String digest() {
    return digest(overrides);
  }

  /**
   * What tells a workspace's looks from others, without getting ready to fill one: the digest of
   * its own files; empty where there are none.
   */
  public static String digest(Optional<Path> overrides) {
    Optional<Path> folder = overrides.filter(Files::isDirectory);
    if (folder.isEmpty()) {
      return "";
    }
    try (Stream<Path> files = Files.walk(folder.get())) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(folder.get().relativize(file)).append('\n');
        all.append(Sha256.of(Files.readAllBytes(file))).append('\n');
      }
      return Sha256.of(all.toString());
    } catch (IOException | UncheckedIOException failure) {
      throw new TemplateFailure("templates", "cannot be read: " + failure.getMessage(), failure);
    }
  }

  private static TemplateLoader loader(Optional<Path> overrides) {
    List<TemplateLoader> loaders = new ArrayList<>();
    overrides
        .filter(Files::isDirectory)
        .ifPresent(
            folder -> {
              try {
                loaders.add(new FileTemplateLoader(folder.toFile()));
              } catch (IOException failure) {
                throw new TemplateFailure(
                    folder.toString(), String.valueOf(failure.getMessage()), failure);
              }
            });
    loaders.add(new ClassTemplateLoader(Templates.class.getClassLoader(), "templates"));
    return new MultiTemplateLoader(loaders.toArray(new TemplateLoader[0]));
  }

  private static String place(String template, Integer line, Integer column) {
    String file = "templates/" + template;
    return line == null || line < 1 ? file : file + ":" + line + ":" + column;
  }

  /** What does not fit, and what is there instead. */
  private String why(TemplateException failure, Record data) {
    String asked = failure.getBlamedExpressionString();
    if (failure instanceof PlainValues.UnknownName) {
      return String.valueOf(failure.getMessageWithoutStackTop());
    }
    if (failure instanceof InvalidReferenceException && asked != null) {
      return asked.matches("\\w+") && !values.names(data).containsKey(asked)
          ? "there is no \""
              + asked
              + "\".\n    "
              + PlainValues.UnknownName.hint(asked, values.names(data))
          : "\""
              + asked
              + "\" has no value here.\n    Where it may be absent, ask first: <#if "
              + asked
              + "??>.";
    }
    return firstLine(failure.getMessageWithoutStackTop());
  }

  private static String firstLine(String message) {
    String text = message == null ? "cannot be rendered" : message.strip();
    int end = text.indexOf("\n\n");
    return (end < 0 ? text : text.substring(0, end)).replaceAll("\\s+", " ");
  }
}
