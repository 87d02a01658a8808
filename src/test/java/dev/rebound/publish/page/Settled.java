package dev.rebound.publish.page;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;

/** A page whose player has told its platform of everything: that comes after the next picture. */
public final class Settled {
  private static final String AFTER_THE_NEXT_PICTURE =
      "() => new Promise(then => requestAnimationFrame(() => setTimeout(() => setTimeout(then))))";

  private Settled() {}

  public static Page page(Page page) {
    page.evaluate(AFTER_THE_NEXT_PICTURE);
    return page;
  }

  public static Frame frame(Frame frame) {
    frame.evaluate(AFTER_THE_NEXT_PICTURE);
    return frame;
  }
}
