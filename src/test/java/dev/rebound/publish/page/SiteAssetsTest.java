package dev.rebound.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiteAssetsTest {
  @Test
  void stylesLoseWhatBrowsersDoNotNeed() {
    assertThat(
            SiteAssets.tidy(
                """
                .a > .b :target,
                .c:hover {
                  color: red;
                  margin: calc(1px + 2px) 0;
                }
                /* why */@media (min-width: 60rem) and (print) { p { top: 0; } }
                """))
        .isEqualTo(
            ".a>.b :target,.c:hover{color:red;margin:calc(1px + 2px) 0}"
                + "@media (min-width:60rem) and (print){p{top:0}}");
  }

  @Test
  void aTextInQuotesStaysAsItIs() {
    String text = "p::before{content:\"Note: a, b /* c */ ; \\\" > d\"}";
    assertThat(SiteAssets.tidy(text)).isEqualTo(text);
  }
}
