package dev.rebound.publish.page;

import dev.rebound.course.Answer;
import dev.rebound.course.Interaction;
import dev.rebound.course.Question;
import dev.rebound.course.QuestionTraits;
import dev.rebound.source.Json;
import dev.rebound.source.Located;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A question.
 *
 * @param key {@code bank/question}
 * @param id on its page, where the same question may stand twice
 * @param type as {@code type:} names it
 * @param multiple whether several options may be picked at once
 * @param rightCount how many are right
 * @param unit of a number; empty where there is none
 * @param attempts how often it may be answered
 * @param spec what the player must know, as JSON
 * @param options what is picked, matched or put in order
 * @param targets what the options belong to
 * @param passage a running text; parts with an id can be marked. Or the picture that the options
 *     are areas of
 * @param answers what the author foresaw, right or wrong
 * @param about the principle of a question without right and wrong
 * @param number in its quiz, from 1; absent in a lesson
 * @param template the template of its type; where an output has none, one that suits any
 * @param report where to report a problem with it; empty where {@code rebound.yaml} does not say
 */
public record QuestionView(
    String key,
    String id,
    String type,
    boolean multiple,
    int rightCount,
    String unit,
    Html stem,
    List<Html> hints,
    int attempts,
    Html spec,
    List<ChoiceView> options,
    List<ChoiceView> targets,
    List<ChoiceView> passage,
    List<AnswerView> answers,
    Optional<PrincipleView> about,
    Optional<Integer> number,
    String template,
    String report) {
  /**
   * What can be picked, marked, moved or belonged to.
   *
   * @param text its words, as HTML
   * @param plain its words alone
   * @param copies how many of it there are: one for each that it belongs to
   * @param area where it is in the picture, where that is asked for
   */
  public record ChoiceView(
      String id, Html text, String plain, int copies, Optional<AreaView> area) {}

  /**
   * A rectangle in a picture, in hundredths of the picture's width and height.
   *
   * @param number what it is called on the picture, from 1
   * @param left from the picture's left edge
   * @param top from its top edge
   */
  public record AreaView(int number, int left, int top, int width, int height) {}

  /**
   * An answer, and what to say to it.
   *
   * @param shown whether the options, targets or passage say it already
   * @param applies whether it applies its principle or breaks it
   * @param place in the right order, from 1, where an order is asked for
   * @param target what it belongs to in the right response
   * @param why its feedback
   */
  public record AnswerView(
      String id,
      Html text,
      boolean shown,
      boolean right,
      boolean applies,
      Optional<Integer> place,
      Optional<Html> target,
      Optional<Html> why,
      Optional<PrincipleView> principle) {}

  static QuestionView of(CourseContext in, Question question, String id, Optional<Integer> number) {
    Interaction interaction = question.interaction();
    List<String> right = interaction.right().orElse(List.of());
    return new QuestionView(
        question.key(),
        id,
        question.type(),
        interaction.multiple(),
        right.size(),
        interaction.unit().map(Located::value).orElse(""),
        in.links.run(question.stem()),
        question.hints().stream().map(in.links::run).toList(),
        question.delivery().attempts().orElse(1),
        new Html(Json.write(PlayerData.forPlayer(question))),
        choices(in, interaction.choices(), right),
        choices(in, interaction.targets(), right),
        choices(in, interaction.passage(), right),
        question.answers().stream().map(answer -> answer(in, question, answer, right)).toList(),
        question.about().flatMap(p -> in.principle(p.value())),
        number,
        in.template(question.type()),
        in.content.settings().report().map(to -> report(to.value(), in, question)).orElse(""));
  }

  /** The address, with the question's key. */
  private static String report(String to, CourseContext in, Question question) {
    String key = in.course.id() + "/" + question.key();
    return to.contains("@")
        ? "mailto:" + to + "?subject=" + encoded(key)
        : to + (to.contains("?") ? "&" : "?") + "question=" + encoded(key);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static AnswerView answer(
      CourseContext in, Question question, Answer answer, List<String> right) {
    Interaction interaction = question.interaction();
    boolean ordered = question.traits().response() == QuestionTraits.Response.ORDERED;
    return new AnswerView(
        answer.id(),
        in.links.run(answer.text()),
        Stream.of(interaction.choices(), interaction.targets(), interaction.passage())
            .flatMap(List::stream)
            .anyMatch(it -> it.id().equals(answer.id()) && it.text().equals(answer.text())),
        answer.right(),
        answer.applies().isPresent(),
        ordered ? Optional.of(right.indexOf(answer.id()) + 1) : Optional.empty(),
        question.target(answer).map(in.links::run),
        answer.feedback().map(in.links::run),
        answer.principle().flatMap(p -> in.principle(p.value())));
  }

  private static List<ChoiceView> choices(
      CourseContext in, List<Interaction.Choice> choices, List<String> right) {
    List<ChoiceView> views = new ArrayList<>();
    for (Interaction.Choice choice : choices) {
      // What belongs to several is there once for each.
      long copies = right.stream().filter(pair -> pair.endsWith("." + choice.id())).count();
      int number = views.size() + 1;
      views.add(
          new ChoiceView(
              choice.id(),
              in.links.run(choice.text()),
              choice.text().plain(),
              (int) Math.max(1, copies),
              choice
                  .area()
                  .map(it -> new AreaView(number, it.left(), it.top(), it.width(), it.height()))));
    }
    return List.copyOf(views);
  }
}
