package org.maskwright.samples;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Cherries, heaped so that they touch and hide each other, with leaves between them: something
 * round and crowded, where one click has to find one fruit among its like.
 */
public final class BerryBowl {

  public static final List<String> CLASSES = List.of("background", "cherry", "leaf");

  private static final int BACKGROUND = 0;
  private static final int CHERRY = 1;
  private static final int LEAF = 2;
  private static final double LIGHT_X = -0.45;
  private static final double LIGHT_Y = -0.6;
  private static final double LIGHT_Z = 0.66;
  private static final int[] SKINS = {0xB5182B, 0x8E0F24, 0xC92A2F, 0x6D0B1E, 0xD4483A};

  private final int size;
  private final Random random;
  private final Noise noise;
  private final Ground ground;
  private final Light light;

  private BerryBowl(long seed, int size) {
    this.size = size;
    random = new Random(seed);
    noise = new Noise(seed);
    ground = new Ground(size);
    light = new Light(ground.side());
  }

  /** One fruit; the higher ones hide the lower. */
  private record Cherry(Point2D middle, double radius, double height, int skin, double tilt) {}

  /** Draws the heap of this seed, so many pixels a side. */
  public static Sample draw(long seed, int size) {
    BerryBowl bowl = new BerryBowl(seed, size);
    bowl.paintTable();
    List<Cherry> cherries = bowl.heap();
    for (int i = 0; i < cherries.size(); i++) {
      if (i % 9 == 4) {
        bowl.paintLeaf(cherries.get(i).middle());
      }
      bowl.paint(cherries.get(i), i);
    }
    BufferedImage picture = bowl.light.develop();
    return new Sample(picture, bowl.ground.truth());
  }

  private void paintTable() {
    for (int y = 0; y < ground.side(); y++) {
      for (int x = 0; x < ground.side(); x++) {
        double vein = noise.cloudy(x / 400.0, y / 26.0, 4);
        double plank = Math.floorMod(y, 230) < 4 ? 0.6 : 1;
        light.set(x, y, Colour.rgb(0xB99872).times(plank * (0.72 + 0.45 * vein)));
        ground.set(x, y, BACKGROUND);
      }
    }
  }

  private List<Cherry> heap() {
    List<Cherry> cherries = new ArrayList<>();
    double middleX = size * (0.4 + 0.2 * random.nextDouble());
    double middleY = size * (0.4 + 0.2 * random.nextDouble());
    int attempts = 130 + random.nextInt(60);
    for (int i = 0; i < attempts; i++) {
      double distance = size * 0.40 * Math.sqrt(random.nextDouble());
      double angle = random.nextDouble() * 2 * Math.PI;
      Point2D middle =
          new Point2D.Double(
              middleX + Math.cos(angle) * distance, middleY + Math.sin(angle) * distance);
      double radius = size * (0.040 + 0.016 * random.nextDouble());
      double height = 1 - distance / size + 0.3 * random.nextDouble();
      if (cherries.stream().noneMatch(c -> c.middle().distance(middle) < radius * 1.15)) {
        cherries.add(
            new Cherry(middle, radius, height, random.nextInt(SKINS.length), random.nextDouble()));
      }
    }
    cherries.sort(Comparator.comparingDouble(Cherry::height));
    return cherries;
  }

  private void paint(Cherry cherry, int index) {
    castShadow(cherry);
    Colour skin = Colour.rgb(SKINS[cherry.skin()]);
    ground.each(
        Lines.disc(cherry.middle(), cherry.radius()),
        (x, y) -> {
          double dx = ((x + 0.5) / Ground.FINENESS - cherry.middle().getX()) / cherry.radius();
          double dy = ((y + 0.5) / Ground.FINENESS - cherry.middle().getY()) / cherry.radius();
          double dz = Math.sqrt(Math.max(0, 1 - dx * dx - dy * dy));
          double lit = Math.max(0, dx * LIGHT_X + dy * LIGHT_Y + dz * LIGHT_Z);
          double mirrored = Math.max(0, 2 * lit * dz - LIGHT_Z);
          double gloss = Math.pow(mirrored, 24) * 0.9 + Math.pow(mirrored, 4) * 0.10;
          double blush = noise.cloudy(x / 30.0 + index * 31, y / 30.0, 3);
          Colour flesh = skin.times(0.22 + 0.85 * lit + 0.18 * blush);
          Colour rim = flesh.towards(Colour.rgb(0x3A0610), 0.55 * Math.pow(1 - dz, 2));
          light.set(x, y, rim.plus(new Colour(gloss, gloss, gloss)));
          ground.set(x, y, CHERRY);
        });
    paintPit(cherry);
  }

  /** The dimple where the stalk was. */
  private void paintPit(Cherry cherry) {
    double angle = cherry.tilt() * 2 * Math.PI;
    Point2D pit =
        new Point2D.Double(
            cherry.middle().getX() + Math.cos(angle) * cherry.radius() * 0.45,
            cherry.middle().getY() + Math.sin(angle) * cherry.radius() * 0.45);
    ground.each(
        Lines.disc(pit, cherry.radius() * 0.14),
        (x, y) -> light.set(x, y, light.at(x, y).times(0.45)));
  }

  private void castShadow(Cherry cherry) {
    double shift = cherry.radius() * 0.28;
    Point2D under =
        new Point2D.Double(cherry.middle().getX() + shift, cherry.middle().getY() + shift);
    double reach = cherry.radius() * 1.12;
    ground.each(
        Lines.disc(under, reach),
        (x, y) -> {
          double distance =
              under.distance((x + 0.5) / Ground.FINENESS, (y + 0.5) / Ground.FINENESS) / reach;
          double depth = 0.55 * Math.min(1, (1 - distance) * 3);
          light.set(x, y, light.at(x, y).times(1 - depth));
        });
  }

  private void paintLeaf(Point2D near) {
    double angle = random.nextDouble() * 2 * Math.PI;
    double length = size * (0.16 + 0.06 * random.nextDouble());
    Point2D tip = Lines.aside(near, angle, size * 0.05);
    List<Point2D> spine = Lines.arc(tip, angle, length);
    for (int i = 0; i < spine.size(); i++) {
      double along = i / (double) (spine.size() - 1);
      double half = Math.max(0.4, length * 0.24 * Math.sin(Math.PI * Math.pow(along, 0.8)));
      double lit = 0.75 + 0.3 * along;
      ground.each(
          Lines.disc(spine.get(i), half),
          (x, y) -> {
            double veins = noise.cloudy(x / 12.0, y / 12.0, 3);
            light.set(x, y, Colour.rgb(0x4C7A2C).times(lit * (0.75 + 0.45 * veins)));
            ground.set(x, y, LEAF);
          });
    }
    ground.each(
        Lines.stroke(spine, 1.4),
        (x, y) -> light.set(x, y, light.at(x, y).towards(Colour.rgb(0xA9C077), 0.6)));
  }
}
