package dev.rebound.publish.print;

import dev.rebound.publish.page.Templates;
import dev.rebound.source.Json;
import dev.rebound.source.Sha256;

/**
 * A page to print: a template and what fills it. Both together are known by a digest, so that a
 * document that is kept need not even be written as HTML.
 *
 * @param looks what tells the templates from others: {@link Templates#digest}
 */
record FilledTemplate(Templates templates, String looks, String template, Record model) {
  String html() {
    return templates.render(template, model);
  }

  String digest() {
    return Sha256.of(looks + "\n" + template + "\n" + Json.write(model));
  }
}
