package id.narahubung.papers;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import id.narahubung.commitments.CommitmentPlot;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Draws what a plot of a page draws: promised dashed or dotted, reported as a line, verified
 * filled. No word is in the drawing: what it says stands around it as text that is read.
 */
final class PlotDrawer implements FSObjectDrawer {

  /** So much room that no dot at an edge is cut. */
  private static final double ROOM = 4;

  private static final double DOT = 5;
  private static final Color GRID = new Color(0xbb, 0xbb, 0xbb);

  /** Of all that a paper may have in it, only plots are drawn. */
  static final class Factory implements FSObjectDrawerFactory {

    @Override
    public FSObjectDrawer createDrawer(Element e) {
      return new PlotDrawer();
    }

    @Override
    public boolean isReplacedObject(Element e) {
      return e.getTagName().equals("object") && e.getAttribute("class").equals("course");
    }
  }

  @Override
  public Map<Shape, String> drawObject(
      Element e,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    float across = (float) width / dotsPerPixel;
    float down = (float) height / dotsPerPixel;
    device.drawWithGraphics(
        (float) x, (float) y, across, down, graphics -> draw(e, graphics, new Scale(across, down)));
    return Map.of();
  }

  /** From where a point is on the page to where it is in the drawing. */
  private record Scale(double across, double down) {

    double x(double at) {
      double wide = CommitmentPlot.RIGHT - CommitmentPlot.LEFT;
      return ROOM + (at - CommitmentPlot.LEFT) * (across - 2 * ROOM) / wide;
    }

    double y(double at) {
      double high = CommitmentPlot.BOTTOM - CommitmentPlot.TOP;
      return ROOM + (at - CommitmentPlot.TOP) * (down - 2 * ROOM) / high;
    }

    /** As a polyline has them: 'x,y x,y'. */
    List<Point2D.Double> points(String text) {
      return words(text)
          .map(
              point -> {
                int comma = point.indexOf(',');
                return new Point2D.Double(
                    x(Double.parseDouble(point.substring(0, comma))),
                    y(Double.parseDouble(point.substring(comma + 1))));
              })
          .toList();
    }
  }

  private static void draw(Element e, Graphics2D graphics, Scale scale) {
    graphics.setColor(GRID);
    graphics.setStroke(new BasicStroke(0.5f));
    words(e.getAttribute("data-grid"))
        .mapToDouble(at -> scale.y(Double.parseDouble(at)))
        .forEach(
            at ->
                graphics.draw(
                    new Line2D.Double(
                        scale.x(CommitmentPlot.LEFT), at, scale.x(CommitmentPlot.RIGHT), at)));
    graphics.setColor(Color.BLACK);
    boolean level = e.getAttribute("data-level").equals("true");
    float[] dashes = level ? new float[] {1.5f, 3.5f} : new float[] {6f, 4f};
    graphics.setStroke(
        new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dashes, 0f));
    line(graphics, scale.points(e.getAttribute("data-promised")));
    graphics.setStroke(new BasicStroke(1.4f));
    line(graphics, scale.points(e.getAttribute("data-reported")));
    for (Point2D.Double dot : scale.points(e.getAttribute("data-reports"))) {
      Shape circle = new Ellipse2D.Double(dot.x - DOT / 2, dot.y - DOT / 2, DOT, DOT);
      graphics.setColor(Color.WHITE);
      graphics.fill(circle);
      graphics.setColor(Color.BLACK);
      graphics.draw(circle);
    }
    for (Point2D.Double dot : scale.points(e.getAttribute("data-verified"))) {
      graphics.fill(new Rectangle2D.Double(dot.x - DOT / 2, dot.y - DOT / 2, DOT, DOT));
    }
  }

  private static void line(Graphics2D graphics, List<Point2D.Double> points) {
    if (points.size() < 2) {
      return;
    }
    Path2D.Double path = new Path2D.Double();
    path.moveTo(points.getFirst().x, points.getFirst().y);
    points.subList(1, points.size()).forEach(point -> path.lineTo(point.x, point.y));
    graphics.draw(path);
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split(" ")).filter(each -> !each.isEmpty());
  }
}
