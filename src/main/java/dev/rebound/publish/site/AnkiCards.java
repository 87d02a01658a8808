package dev.rebound.publish.site;

import dev.rebound.course.Answer;
import dev.rebound.course.Content;
import dev.rebound.course.Course;
import dev.rebound.course.Interaction;
import dev.rebound.course.Module;
import dev.rebound.course.Principle;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionTraits;
import dev.rebound.publish.Artefact;
import dev.rebound.publish.Download;
import dev.rebound.publish.page.Credit;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.HtmlRenderer;
import dev.rebound.publish.page.RenderContext;
import dev.rebound.source.Located;
import dev.rebound.source.Prose;
import dev.rebound.source.Spaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A course's practice deck as a text file that Anki imports: a line a question, its fields parted
 * by tabs.
 *
 * <pre>{@code
 * #separator:tab
 * #html:true
 * #notetype:Basic
 * #guid column:1
 * #deck column:2
 * #tags column:3
 * tea/pot/first	Tea for two	pot	What comes first?<ul>…	<b>I warm the pot.</b><br>…
 * }</pre>
 *
 * A deck named in the head must be there already, while one named in a column is made. What is no
 * such column fills the fields of a note in their order, whatever they are called in the language
 * of the program; so no columns are named.
 *
 * <p>The GUID is course, bank and question: who imports the next edition keeps what Anki knows of a
 * card.
 *
 * @see <a href="https://docs.ankiweb.net/importing/text-files.html">Anki: text files</a>
 */
final class AnkiCards {
  private static final RenderContext PLAIN = new RenderContext() {};

  private final Content content;
  private final Map<String, String> words;

  private AnkiCards(Content content, Map<String, String> words) {
    this.content = content;
    this.words = words;
  }

  /** What the course page offers; nothing when the course has no practice deck. */
  static Optional<Download> download(Course course) {
    String id = course.id().value();
    return course.deck().isEmpty()
        ? Optional.empty()
        : Optional.of(new Download(id, id + "/downloads/" + id + "-anki.txt", "anki", "text"));
  }

  /**
   * The file, when there is one.
   *
   * @param words the interface words of the course's language
   */
  static List<Artefact> of(Content content, Course course, Map<String, String> words) {
    return download(course).stream()
        .map(it -> Artefact.text(it.path(), () -> new AnkiCards(content, words).text(course)))
        .toList();
  }

  private String text(Course course) {
    StringBuilder out = new StringBuilder(16384);
    out.append("#separator:tab\n#html:true\n#notetype:Basic\n")
        .append("#guid column:1\n#deck column:2\n#tags column:3\n");
    course
        .deck()
        .forEach(
            (quiz, questions) -> {
              String tag =
                  course.modules().stream()
                      .filter(it -> it.quiz().filter(quiz::equals).isPresent())
                      .map(Module::id)
                      .findFirst()
                      .orElse(quiz.id())
                      .value();
              for (Question question : questions) {
                out.append(course.id().value())
                    .append('/')
                    .append(question.key())
                    .append('\t')
                    .append(unquoted(course.title().value()))
                    .append('\t')
                    .append(tag)
                    .append('\t')
                    .append(unquoted(front(question)))
                    .append('\t')
                    .append(unquoted(back(question)))
                    .append('\n');
              }
            });
    return out.toString();
  }

  /**
   * Neither a tab nor the end of a line may stand in a field; a quote at its start would open one.
   */
  private static String unquoted(String text) {
    String line = Spaces.collapsed(text).strip();
    return line.startsWith("\"") ? "&quot;" + line.substring(1) : line;
  }

  private String front(Question question) {
    Interaction interaction = question.interaction();
    StringBuilder out = new StringBuilder(html(question.stem()));
    if (!interaction.passage().isEmpty()) {
      out.append("<p>");
      interaction.passage().forEach(part -> out.append(html(part.text())).append(' '));
      out.append("</p>");
    }
    if (!interaction.marksText()) {
      boolean ordered = question.traits().response() == QuestionTraits.Response.ORDERED;
      list(
          question,
          ordered
              // In the order of their ids, which says nothing of the right one.
              ? interaction.choices().stream()
                  .sorted(Comparator.comparing(Interaction.Choice::id))
                  .toList()
              : interaction.choices(),
          out);
      list(question, interaction.targets(), out);
    }
    return out.toString();
  }

  private void list(Question question, List<Interaction.Choice> choices, StringBuilder out) {
    if (!choices.isEmpty()) {
      out.append("<ul>");
      choices.forEach(
          it -> out.append("<li>").append(said(question, it.id(), it.text())).append("</li>"));
      out.append("</ul>");
    }
  }

  /** Each right answer and why it is; then what each principle says, and where that comes from. */
  private String back(Question question) {
    List<String> lines = new ArrayList<>();
    Set<String> principles = new LinkedHashSet<>();
    for (Answer answer : question.answers()) {
      if (answer.right()) {
        String target = question.target(answer).map(it -> " \u2192 " + html(it)).orElse("");
        lines.add("<b>" + said(question, answer.id(), answer.text()) + target + "</b>");
        answer.feedback().ifPresent(why -> lines.add(html(why)));
        answer.principle().map(Located::value).ifPresent(principles::add);
      }
    }
    principles.stream().flatMap(id -> content.principle(id).stream()).forEach(p -> add(p, lines));
    return String.join("<br>", lines);
  }

  private void add(Principle principle, List<String> lines) {
    lines.add("<i>" + html(principle.says()) + "</i>");
    content
        .source(principle.source())
        .ifPresent(source -> lines.add("<small>" + Html.escape(Credit.of(source)) + "</small>"));
  }

  /** True and false are the interface's own words. */
  private String said(Question question, String id, Prose text) {
    return question.traits().options() == QuestionTraits.Options.VERDICTS
        ? Html.escape(words.getOrDefault(id, id))
        : html(text);
  }

  private static String html(Prose prose) {
    return HtmlRenderer.run(prose.inlines(), PLAIN).text();
  }
}
