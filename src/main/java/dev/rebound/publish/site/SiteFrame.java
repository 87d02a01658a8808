package dev.rebound.publish.site;

import dev.rebound.course.Settings;
import dev.rebound.publish.page.CourseView;
import dev.rebound.publish.page.Fills;
import dev.rebound.publish.page.Html;
import dev.rebound.publish.page.PrincipleView;
import dev.rebound.publish.page.SiteAssets;
import dev.rebound.publish.page.UiMessages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every page of the site has around it.
 *
 * @param root the way from the page to the site's first page: {@code ../} or nothing
 * @param about what search engines are told of the page
 * @param types the types of questions on the page
 * @param moving whether one of them is put in order or place
 * @param charts whether a chart stands on the page
 * @param rules the principles that feedback on the page names
 * @param later whether the player comes when it is needed, not with the page
 * @param data what the player must know, as JSON; absent where there is nothing to play
 * @param course the course the page belongs to
 */
@Fills({"site/offline.ftlh", "site/search.ftlh"})
public record SiteFrame(
    String language,
    String direction,
    Map<String, String> words,
    String root,
    String csp,
    String brand,
    String publisher,
    String rights,
    String edition,
    String about,
    List<String> types,
    boolean moving,
    boolean charts,
    List<PrincipleView> rules,
    boolean later,
    Optional<Html> data,
    Optional<CourseView> course) {
  /** Of a page that belongs to no course. */
  static SiteFrame of(Settings settings, UiMessages words) {
    String language = settings.language();
    return new SiteFrame(
        language,
        UiMessages.direction(language),
        words.of(language),
        "",
        SiteAssets.SITE_CSP,
        settings.brandName().value(),
        settings.publisher().value(),
        settings.rights().value(),
        settings.edition().value(),
        settings.brandName().value(),
        List.of(),
        false,
        false,
        List.of(),
        false,
        Optional.empty(),
        Optional.empty());
  }
}
