package dev.rebound.publish.print;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The sign of a module, which tells its cards apart where colours cannot: a shape for each of the
 * first eight modules, in the colour that can be seen on the module's.
 *
 * <pre>{@code <object type="image/emblem" data="3 #ffffff" alt="3"></object>}</pre>
 */
final class EmblemDrawer implements FSObjectDrawer {
  static final String TYPE = "image/emblem";

  private static final int SHAPES = 8;

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
    String[] data = element.getAttribute("data").split(" ", 2);
    int module = Integer.parseInt(data[0]);
    Color colour = Color.decode(data[1]);
    float side = (float) (width / dotsPerPixel);
    out.drawWithGraphics(
        (float) x,
        (float) y,
        side,
        side,
        TYPE + " " + module % SHAPES + " " + data[1] + " " + side,
        graphics -> draw(shape(module), (int) side, colour, graphics));
    return null;
  }

  private static void draw(Shape shape, double side, Color colour, Graphics2D graphics) {
    graphics.setColor(colour);
    graphics.fill(AffineTransform.getScaleInstance(side, side).createTransformedShape(shape));
  }

  /** In a square of 1 by 1. */
  static Shape shape(int module) {
    return switch (module % SHAPES) {
      case 1 -> ring(.5, .32);
      case 2 -> polygon(.5, .04, .98, .92, .02, .92);
      case 3 -> without(new Rectangle2D.Double(.08, .08, .84, .84), square(.3));
      case 4 -> polygon(.5, 0, 1, .5, .5, 1, 0, .5);
      case 5 -> joined(square(0, .36, 1, .28), square(.36, 0, .28, 1));
      case 6 -> polygon(.25, .06, .75, .06, 1, .5, .75, .94, .25, .94, 0, .5);
      case 7 ->
          joined(square(0, .62, .26, .38), square(.37, .34, .26, .66), square(.74, .04, .26, .96));
      default -> joined(circle(.24, .5, .2), circle(.76, .5, .2));
    };
  }

  private static Shape ring(double outer, double inner) {
    return without(circle(.5, .5, outer), circle(.5, .5, inner));
  }

  private static Shape circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static Shape square(double inset) {
    return square(inset, inset, 1 - 2 * inset, 1 - 2 * inset);
  }

  private static Shape square(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  private static Shape polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }

  private static Shape without(Shape shape, Shape hole) {
    Area area = new Area(shape);
    area.subtract(new Area(hole));
    return area;
  }

  private static Shape joined(Shape... shapes) {
    Area area = new Area();
    for (Shape shape : shapes) {
      area.add(new Area(shape));
    }
    return area;
  }
}
