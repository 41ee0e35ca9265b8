package org.maskwright.samples;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A piece of countryside from above: parcels of field, a forest, a river, roads and thin tracks,
 * houses along the roads and cars on them. The thin things are there to show what the skips of an
 * FCN are good for.
 */
public final class AerialScene {

  public static final List<String> CLASSES =
      List.of("background", "field", "forest", "water", "road", "building", "vehicle");

  static final int MEADOW = 0;
  static final int FIELD = 1;
  static final int FOREST = 2;
  static final int WATER = 3;
  static final int ROAD = 4;
  static final int BUILDING = 5;
  static final int VEHICLE = 6;

  private final int size;
  private final Random random;
  private final Noise noise;
  private final Ground ground;
  private final List<Parcel> parcels = new ArrayList<>();
  private final List<House> houses = new ArrayList<>();
  private final List<Car> cars = new ArrayList<>();
  private final List<Track> tracks = new ArrayList<>();

  private AerialScene(long seed, int size) {
    this.size = size;
    random = new Random(seed);
    noise = new Noise(seed);
    ground = new Ground(size);
  }

  /** A field with the direction of its furrows. */
  record Parcel(Shape outline, double angle, int crop) {}

  /** A house and the direction of its ridge. */
  record House(Shape outline, Point2D middle, double angle, int roof) {}

  /** A car with its paint. */
  record Car(Shape outline, int paint) {}

  /** A road or a track along a line. */
  record Track(List<Point2D> line, double width) {}

  /** Draws the scene of this seed, so many pixels a side. */
  public static Sample draw(long seed, int size) {
    AerialScene scene = new AerialScene(seed, size);
    scene.layOut();
    return new Sample(new AerialPainter(scene).paint(), scene.ground.truth());
  }

  int size() {
    return size;
  }

  Noise noise() {
    return noise;
  }

  Ground ground() {
    return ground;
  }

  List<Parcel> parcels() {
    return parcels;
  }

  List<House> houses() {
    return houses;
  }

  List<Car> cars() {
    return cars;
  }

  List<Track> tracks() {
    return tracks;
  }

  private void layOut() {
    double turn = random.nextDouble() * Math.PI / 2;
    Rectangle2D land = new Rectangle2D.Double(-size * 0.75, -size * 0.75, 1.5 * size, 1.5 * size);
    split(land, AffineTransform.getRotateInstance(turn), turn, 0);
    growForest();
    if (random.nextInt(4) > 0) {
      digRiver();
    }
    layTrack(wander(0.15), 2.2 + random.nextDouble());
    layTrack(wander(0.15), 1.6 + random.nextDouble());
    int roads = 1 + random.nextInt(2);
    for (int road = 0; road < roads; road++) {
      List<Point2D> line = wander(0.08);
      layTrack(line, 8 + random.nextInt(4));
      build(line);
      park(line);
    }
  }

  /** Cuts the land into parcels, with a strip of meadow between them. */
  private void split(Rectangle2D part, AffineTransform turned, double angle, int depth) {
    boolean small = Math.max(part.getWidth(), part.getHeight()) < size * 0.32;
    if (small || (depth > 4 && random.nextInt(3) == 0)) {
      AffineTransform toMiddle = AffineTransform.getTranslateInstance(size / 2.0, size / 2.0);
      toMiddle.concatenate(turned);
      double verge = 1.5 + random.nextDouble() * 2;
      Shape outline =
          toMiddle.createTransformedShape(
              new Rectangle2D.Double(
                  part.getX() + verge,
                  part.getY() + verge,
                  Math.max(1, part.getWidth() - 2 * verge),
                  Math.max(1, part.getHeight() - 2 * verge)));
      if (random.nextInt(8) > 0) {
        ground.fill(outline, FIELD);
        parcels.add(
            new Parcel(outline, angle + random.nextInt(2) * Math.PI / 2, random.nextInt(6)));
      }
      return;
    }
    double share = 0.35 + 0.3 * random.nextDouble();
    boolean across = part.getWidth() > part.getHeight();
    double width = across ? part.getWidth() * share : part.getWidth();
    double height = across ? part.getHeight() : part.getHeight() * share;
    double x = across ? part.getX() + width : part.getX();
    double y = across ? part.getY() : part.getY() + height;
    split(
        new Rectangle2D.Double(part.getX(), part.getY(), width, height), turned, angle, depth + 1);
    split(
        new Rectangle2D.Double(x, y, part.getMaxX() - x, part.getMaxY() - y),
        turned,
        angle,
        depth + 1);
  }

  private void growForest() {
    double threshold = 0.54 + 0.08 * random.nextDouble();
    double scale = 3.0 / ground.side();
    for (int y = 0; y < ground.side(); y++) {
      for (int x = 0; x < ground.side(); x++) {
        if (noise.cloudy(x * scale + 40, y * scale + 40, 5) > threshold) {
          ground.set(x, y, FOREST);
        }
      }
    }
  }

  private void digRiver() {
    List<Point2D> line = wander(0.35);
    double width = 10 + random.nextInt(22);
    Path2D bed = new Path2D.Double();
    List<Point2D> fine = Lines.smooth(Lines.smooth(line));
    for (int i = 0; i < fine.size(); i++) {
      double half = width / 2 * (0.7 + 0.6 * noise.smooth(i * 0.004, 3));
      bed.append(Lines.disc(fine.get(i), half), false);
    }
    bed.setWindingRule(Path2D.WIND_NON_ZERO);
    ground.fill(bed, WATER);
  }

  /** A line from edge to edge that strays to the sides by this share of the size. */
  private List<Point2D> wander(double stray) {
    double angle = random.nextDouble() * 2 * Math.PI;
    double offset = (random.nextDouble() - 0.5) * size * 0.7;
    List<Point2D> line = new ArrayList<>();
    int steps = 7;
    for (int step = 0; step <= steps; step++) {
      double along = (step / (double) steps - 0.5) * size * 1.7;
      double aside = offset + (random.nextDouble() - 0.5) * 2 * stray * size;
      line.add(
          new Point2D.Double(
              size / 2.0 + Math.cos(angle) * along - Math.sin(angle) * aside,
              size / 2.0 + Math.sin(angle) * along + Math.cos(angle) * aside));
    }
    return line;
  }

  private void layTrack(List<Point2D> line, double width) {
    List<Point2D> fine = Lines.smooth(line);
    tracks.add(new Track(fine, width));
    ground.fill(Lines.stroke(fine, width), ROAD);
  }

  private void build(List<Point2D> road) {
    List<Point2D> fine = Lines.smooth(road);
    double start = random.nextDouble();
    for (int i = 4; i < fine.size() - 4; i += 5 + random.nextInt(5)) {
      if (noise.smooth(i * 0.08, start * 50) < 0.42) {
        continue;
      }
      double angle = Lines.angle(fine, i);
      int aside = (random.nextBoolean() ? 1 : -1) * (17 + random.nextInt(10));
      Point2D middle = Lines.aside(fine.get(i), angle, aside);
      double length = 12 + random.nextInt(14);
      double depth = 9 + random.nextInt(7);
      Shape outline = Lines.box(middle, angle, length, depth);
      if (isFree(outline)) {
        ground.fill(outline, BUILDING);
        houses.add(new House(outline, middle, angle, random.nextInt(4)));
      }
    }
  }

  private boolean isFree(Shape outline) {
    boolean[] free = {true};
    ground.each(
        outline,
        (x, y) -> {
          int label = ground.at(x, y);
          free[0] &= label == MEADOW || label == FIELD || label == FOREST;
        });
    return free[0];
  }

  private void park(List<Point2D> road) {
    List<Point2D> fine = Lines.smooth(road);
    for (int i = 3; i < fine.size() - 3; i += 6 + random.nextInt(14)) {
      double angle = Lines.angle(fine, i);
      Point2D lane = Lines.aside(fine.get(i), angle, random.nextBoolean() ? 2.2 : -2.2);
      Shape outline = Lines.box(lane, angle, 7 + random.nextInt(3), 3.4);
      ground.fill(outline, VEHICLE);
      cars.add(new Car(outline, random.nextInt(5)));
    }
  }
}
