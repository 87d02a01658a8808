package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.source.SourceSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
  @TempDir Path folder;

  private record Nothing() {}

  private record One(Object a) {}

  private record Two(Object a, Object b) {}

  private record SetOf(List<TermView> term) {}

  private String render(String template, Record data) throws IOException {
    Files.writeString(folder.resolve("t.ftlh"), template);
    return new Templates(Optional.of(folder)).render("t.ftlh", data);
  }

  @Test
  void textIsEscapedAndFinishedHtmlIsNot() throws IOException {
    assertThat(render("${a} ${b}", new Two("<i>", new Html("<b>")))).isEqualTo("&lt;i&gt; <b>");
  }

  @Test
  void aWorkspaceOverridesOneFileAndKeepsTheOthers() throws IOException {
    Files.createDirectories(folder.resolve("site"));
    Files.writeString(folder.resolve("site/icon.svg"), "<svg/>");
    Templates templates = new Templates(Optional.of(folder));
    assertThat(templates.text("site/icon.svg")).isEqualTo("<svg/>");
    assertThat(templates.text("site/site.css")).contains("--serif");
  }

  @Test
  void aMistakeIsAPlaceAndNoPage() {
    assertThatThrownBy(() -> render("first\n  ${missing}", new Nothing()))
        .isInstanceOf(TemplateFailure.class)
        .hasMessageStartingWith("templates/t.ftlh:2:5: ")
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> render("<#if >", new Nothing()))
        .isInstanceOf(TemplateFailure.class)
        .hasMessageStartingWith("templates/t.ftlh:1:");
    assertThatThrownBy(() -> new Templates(Optional.empty()).render("no.ftlh", new Nothing()))
        .isInstanceOf(TemplateFailure.class)
        .hasMessageContaining("no.ftlh");
  }

  /** A workspace's own template, written for another release, is told what there is now. */
  @Test
  void whatIsNotThereIsToldWithWhatIs() throws IOException {
    One brew =
        new One(new TermView("brew", "Brew", new Html(""), new Html("Let it stand"), List.of()));
    String nearest =
        "templates/t.ftlh:2:3: a term has no \"meanin\".\n"
            + "    Nearest: meaning. docs/templates.md lists them all.";
    assertSaid("first\n  ${a.meanin}", brew, nearest);
    // What can never be there is no matter of whether it is.
    assertSaid("first\n  <#if a.meanin??></#if>", brew, nearest);
    assertSaid(
        "${a.z}",
        brew,
        "templates/t.ftlh:1:1: a term has no \"z\".\n"
            + "    There are: at, id, meaning, principles, term. docs/templates.md lists them all.");
    assertSaid(
        "${terms}",
        new SetOf(List.of()),
        "templates/t.ftlh:1:3: there is no \"terms\".\n"
            + "    Nearest: term. docs/templates.md lists them all.");
    assertSaid(
        "${a.b}",
        new One(new Two("", Optional.empty())),
        "templates/t.ftlh:1:3: \"a.b\" has no value here.\n"
            + "    Where it may be absent, ask first: <#if a.b??>.");
    assertThat(render("${a.meaning}<#if b??>b</#if>", brew)).isEqualTo("Let it stand");
  }

  private void assertSaid(String template, Record data, String message) {
    assertThatThrownBy(() -> render(template, data))
        .isInstanceOf(TemplateFailure.class)
        .hasMessage(message);
  }

  @Test
  @Tag("slow")
  void aTemplateThatDoesNotEndIsStoppedAtItsPlace() {
    assertStopped(
        "\n<#list 1.. as x><#assign y = x></#list>", ":2:17: goes on after 10,000,000 steps");
    assertStopped("\n<#list 1.. as x>fog, fog, fog</#list>", ":2:17: makes a page of more than 32");
    assertStopped("<#macro m><@m/></#macro>\n<@m/>", ":1:1: calls itself more than 1,000 deep");
    assertStopped("<#function f x><#return f(x)></#function>\n${f(1)}", ":1:1: calls itself");
    assertStopped(
        "<#assign s = 'fog'>\n<#list 1.. as x>\n<#assign s = s + s></#list>",
        ":3:1: needs more memory than there is");
    assertStopped("<#include 't.ftlh'>", ":1:1: calls itself more than 1,000 deep");
  }

  private void assertStopped(String template, String at) {
    assertThatThrownBy(() -> render(template, new Nothing()))
        .isInstanceOf(TemplateFailure.class)
        .hasMessageStartingWith("templates/t.ftlh" + at);
  }

  @Test
  void templatesCannotReachJava() {
    assertThatThrownBy(
            () -> render("${\"freemarker.template.utility.Execute\"?new()(\"id\")}", new Nothing()))
        .isInstanceOf(TemplateFailure.class);
    assertThatThrownBy(() -> render("${a.class.name}", new One("text")))
        .isInstanceOf(TemplateFailure.class);
    for (String asked : List.of("getClass", "class", "hashCode()", "toString()", "a()", "api")) {
      assertThatThrownBy(() -> render("${a." + asked + "}", new One(new One("text"))))
          .isInstanceOf(TemplateFailure.class);
    }
    // A record that is not made for templates.
    assertThatThrownBy(() -> render("${a.file}", new One(new SourceSpan("secret", 1, 1))))
        .isInstanceOf(TemplateFailure.class);
    assertThatThrownBy(() -> render("${a}", new One(Path.of("secret"))))
        .isInstanceOf(TemplateFailure.class);
    assertThatThrownBy(() -> render("<#include \"../../etc/passwd\">", new Nothing()))
        .isInstanceOf(TemplateFailure.class);
  }

  @Test
  void numbersAreForComputers() throws IOException {
    assertThat(render("${a} ${b?c}", new Two(12345.5, true))).isEqualTo("12345.5 true");
  }
}
