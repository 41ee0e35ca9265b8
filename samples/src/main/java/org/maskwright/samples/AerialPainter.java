package org.maskwright.samples;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Paints a laid-out aerial scene: soil, crops, crowns of trees, water, asphalt, roofs, shadows. */
final class AerialPainter {

  private static final int F = Ground.FINENESS;
  private static final Colour MEADOW = Colour.rgb(0x8C9A5B);
  private static final Colour DEEP = Colour.rgb(0x2B4A5E);
  private static final Colour SHALLOW = Colour.rgb(0x4F7480);
  private static final Colour ASPHALT = Colour.rgb(0x8A8A86);
  private static final Colour GRAVEL = Colour.rgb(0xC2B59A);
  private static final Colour SUN = new Colour(1.06, 1.03, 0.96);
  private static final int[] CROPS = {0xC8B163, 0x9FA852, 0x6E8B3D, 0xA58A63, 0xD8C98C, 0x7C9C55};
  private static final int[] ROOFS = {0xA9583F, 0x8C4A3A, 0x6F6A68, 0xB98B6A};
  private static final int[] PAINTS = {0xE8E8E8, 0x2A2C30, 0xB02A2A, 0x2E4F8F, 0xB9BEC4};

  private final AerialScene scene;
  private final Ground ground;
  private final Noise noise;
  private final Light light;
  private final double[] shadow;

  AerialPainter(AerialScene scene) {
    this.scene = scene;
    ground = scene.ground();
    noise = scene.noise();
    light = new Light(ground.side());
    shadow = new double[ground.side() * ground.side()];
  }

  BufferedImage paint() {
    paintSurfaces();
    scene.parcels().forEach(this::paintParcel);
    scene.tracks().forEach(this::paintTrack);
    castShadows();
    scene.houses().forEach(this::paintHouse);
    scene.cars().forEach(this::paintCar);
    for (int y = 0; y < ground.side(); y++) {
      for (int x = 0; x < ground.side(); x++) {
        finish(x, y);
      }
    }
    return light.develop();
  }

  private void paintSurfaces() {
    for (int y = 0; y < ground.side(); y++) {
      for (int x = 0; x < ground.side(); x++) {
        light.set(
            x,
            y,
            switch (ground.at(x, y)) {
              case AerialScene.FOREST -> forest(x, y);
              case AerialScene.WATER -> water(x, y);
              default -> meadow(x, y);
            });
      }
    }
  }

  private Colour meadow(int x, int y) {
    double patches = noise.cloudy(x / 90.0, y / 90.0, 4);
    return MEADOW.times(0.8 + 0.4 * patches).towards(Colour.rgb(0xB6A878), 0.5 * patches * patches);
  }

  /** Crowns: the nearest of scattered tree tops, lit from the upper left. */
  private Colour forest(int x, int y) {
    double cell = 9.0;
    int column = (int) Math.floor(x / cell);
    int row = (int) Math.floor(y / cell);
    double nearest = Double.MAX_VALUE;
    double lit = 0;
    double shade = 0;
    for (int neighbour = 0; neighbour < 9; neighbour++) {
      int cx = column + neighbour % 3 - 1;
      int cy = row + neighbour / 3 - 1;
      double dx = x / cell - cx - noise.grain(cx, cy);
      double dy = y / cell - cy - noise.grain(cx + 999, cy);
      double distance = dx * dx + dy * dy;
      if (distance < nearest) {
        nearest = distance;
        lit = -(dx + dy);
        shade = noise.grain(cx, cy + 999);
      }
    }
    double brightness = 0.62 + 0.25 * shade + 0.30 * lit - 0.35 * nearest;
    return Colour.rgb(0x44602F)
        .towards(Colour.rgb(0x5B7436), shade)
        .times(Math.max(0.3, brightness) * 1.25);
  }

  private Colour water(int x, int y) {
    double ripple = noise.cloudy(x / 14.0, y / 30.0, 3);
    return DEEP.towards(SHALLOW, 0.2 + 0.5 * ripple);
  }

  private void paintParcel(AerialScene.Parcel parcel) {
    Colour crop = Colour.rgb(CROPS[parcel.crop()]);
    double sin = Math.sin(parcel.angle());
    double cos = Math.cos(parcel.angle());
    ground.each(
        parcel.outline(),
        (x, y) -> {
          if (ground.at(x, y) == AerialScene.FIELD) {
            double across = (x * sin - y * cos) / F;
            double furrow = 0.5 + 0.5 * Math.sin(across * 1.7);
            double growth = noise.cloudy(x / 120.0 + parcel.crop() * 7, y / 120.0, 4);
            light.set(x, y, crop.times(0.78 + 0.10 * furrow + 0.32 * growth));
          }
        });
  }

  private void paintTrack(AerialScene.Track track) {
    boolean paved = track.width() > 5;
    Colour surface = paved ? ASPHALT : GRAVEL;
    ground.each(
        Lines.stroke(track.line(), track.width()),
        (x, y) -> {
          if (isDriven(x, y)) {
            light.set(x, y, surface.times(0.92 + 0.14 * noise.cloudy(x / 20.0, y / 20.0, 3)));
          }
        });
    if (paved) {
      paintDashes(track.line());
    }
  }

  private void paintDashes(List<Point2D> line) {
    for (int i = 1; i < line.size() - 1; i += 4) {
      Shape dash = Lines.box(line.get(i), Lines.angle(line, i), 5, 0.8);
      ground.each(
          dash,
          (x, y) -> {
            if (ground.at(x, y) == AerialScene.ROAD) {
              light.set(x, y, Colour.rgb(0xE6E4DA));
            }
          });
    }
  }

  private boolean isDriven(int x, int y) {
    return ground.at(x, y) == AerialScene.ROAD || ground.at(x, y) == AerialScene.VEHICLE;
  }

  private void castShadows() {
    for (AerialScene.House house : scene.houses()) {
      cast(house.outline(), 5, 0.45);
    }
    for (AerialScene.Car car : scene.cars()) {
      cast(car.outline(), 1, 0.35);
    }
    for (int y = 0; y < ground.side(); y++) {
      for (int x = 6; x < ground.side(); x++) {
        boolean edge = y >= 6 && ground.at(x - 6, y - 6) == AerialScene.FOREST;
        if (edge && ground.at(x, y) != AerialScene.FOREST) {
          shadow[y * ground.side() + x] = Math.max(0.38, shadow[y * ground.side() + x]);
        }
      }
    }
  }

  private void cast(Shape outline, int length, double depth) {
    for (int step = 1; step <= length; step++) {
      Shape moved =
          AffineTransform.getTranslateInstance(step, step).createTransformedShape(outline);
      ground.each(
          moved,
          (x, y) -> {
            if (ground.at(x, y) != AerialScene.BUILDING && ground.at(x, y) != AerialScene.VEHICLE) {
              shadow[y * ground.side() + x] = depth;
            }
          });
    }
  }

  /** Two slopes of the roof, one towards the sun. */
  private void paintHouse(AerialScene.House house) {
    Colour roof = Colour.rgb(ROOFS[house.roof()]);
    double sin = Math.sin(house.angle());
    double cos = Math.cos(house.angle());
    double facing = Math.signum(-sin + cos);
    ground.each(
        house.outline(),
        (x, y) -> {
          double dx = x / (double) F - house.middle().getX();
          double dy = y / (double) F - house.middle().getY();
          double across = -sin * dx + cos * dy;
          double along = cos * dx + sin * dy;
          double slope = across * facing < 0 ? 1.18 : 0.80;
          double tiles = 0.06 * Math.sin(along * 4) + 0.08 * noise.smooth(x / 2.0, y / 2.0);
          light.set(x, y, roof.times(Math.abs(across) < 0.6 ? 1.25 : slope + tiles));
        });
  }

  private void paintCar(AerialScene.Car car) {
    Colour paint = Colour.rgb(PAINTS[car.paint()]);
    ground.each(
        car.outline(), (x, y) -> light.set(x, y, paint.times(0.9 + 0.2 * noise.grain(x, y))));
    double middleX = car.outline().getBounds2D().getCenterX();
    double middleY = car.outline().getBounds2D().getCenterY();
    Shape glass = Lines.disc(new Point2D.Double(middleX, middleY), 1.3);
    ground.each(glass, (x, y) -> light.set(x, y, Colour.rgb(0x27313A)));
  }

  private void finish(int x, int y) {
    double haze = 0.94 + 0.12 * noise.cloudy(x / 400.0 + 5, y / 400.0 + 5, 3);
    double grain = 0.97 + 0.06 * noise.grain(x + 5000, y);
    double lit = haze * grain * (1 - shadow[y * ground.side() + x]);
    Colour colour = light.at(x, y).times(lit);
    light.set(
        x,
        y,
        new Colour(
            colour.red() * SUN.red(), colour.green() * SUN.green(), colour.blue() * SUN.blue()));
  }
}
