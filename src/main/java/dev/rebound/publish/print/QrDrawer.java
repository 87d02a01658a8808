package dev.rebound.publish.print;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A QR code (ISO/IEC 18004) as one filled shape:
 *
 * <pre>{@code <object type="image/qr" data="https://…" alt="…"></object>}</pre>
 *
 * The quiet zone of four modules around it is the template's to leave.
 */
final class QrDrawer implements FSObjectDrawer {
  static final String TYPE = "image/qr";

  @Override
  public @Nullable Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice out,
      RenderingContext context,
      int dotsPerPixel) {
    String address = element.getAttribute("data");
    QrCode code = QrCode.encodeText(address, QrCode.Ecc.LOW);
    float side = (float) (width / dotsPerPixel);
    // The key lets the same code on several cards be one piece of the document.
    out.drawWithGraphics(
        (float) x,
        (float) y,
        side,
        side,
        TYPE + " " + address + " " + side,
        graphics -> draw(code, (int) side, graphics));
    return null;
  }

  private static void draw(QrCode code, double side, Graphics2D graphics) {
    double module = side / code.size;
    Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int row = 0; row < code.size; row++) {
      int from = 0;
      while (from < code.size) {
        int to = from;
        while (to < code.size && code.getModule(to, row)) {
          to++;
        }
        if (to > from) {
          shape.moveTo(from * module, row * module);
          shape.lineTo(to * module, row * module);
          shape.lineTo(to * module, (row + 1) * module);
          shape.lineTo(from * module, (row + 1) * module);
          shape.closePath();
        }
        from = Math.max(to, from + 1);
      }
    }
    graphics.setColor(Color.BLACK);
    graphics.fill(shape);
  }
}
