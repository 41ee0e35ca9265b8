package org.maskwright.app.canvas;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.maskwright.data.label.Region;

/**
 * Which part of an image is seen, and how large. Linked views share one. All lengths on the view's
 * side are logical pixels; what a device pixel is, each view knows for itself.
 */
public final class Viewport {

  public static final double MIN_ZOOM = 1.0 / 128;
  public static final double MAX_ZOOM = 64;

  private static final double LOOK_AROUND = 3;
  private static final double MAX_LOOK = 8;

  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyDoubleWrapper panX = new ReadOnlyDoubleWrapper();
  private final ReadOnlyDoubleWrapper panY = new ReadOnlyDoubleWrapper();

  private int imageWidth = 1;
  private int imageHeight = 1;
  private double viewWidth = 1;
  private double viewHeight = 1;
  private boolean fitting = true;

  /** Logical view pixels an image pixel. */
  public ReadOnlyDoubleProperty zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  /** How far the image's left edge lies left of the view's. */
  public ReadOnlyDoubleProperty panXProperty() {
    return panX.getReadOnlyProperty();
  }

  /** How far the image's top edge lies above the view's. */
  public ReadOnlyDoubleProperty panYProperty() {
    return panY.getReadOnlyProperty();
  }

  public double zoom() {
    return zoom.get();
  }

  public double panX() {
    return panX.get();
  }

  public double panY() {
    return panY.get();
  }

  /** Shows another image, fitted. */
  public void setImageSize(int width, int height) {
    imageWidth = width;
    imageHeight = height;
    fit();
  }

  /** Follows the view's size: a fitted image stays fitted, any other keeps its middle. */
  public void setViewSize(double width, double height) {
    double middleX = toImageX(viewWidth / 2);
    double middleY = toImageY(viewHeight / 2);
    viewWidth = Math.max(1, width);
    viewHeight = Math.max(1, height);
    if (fitting) {
      fit();
    } else {
      place(zoom(), middleX * zoom() - viewWidth / 2, middleY * zoom() - viewHeight / 2);
    }
  }

  /** The whole image, in the middle; small images are not blown up beyond their pixels. */
  public void fit() {
    double fitted = Math.min(viewWidth / imageWidth, viewHeight / imageHeight);
    place(Math.min(1, fitted), 0, 0);
    fitting = true;
  }

  /** Zooms about the middle of the view. */
  public void zoomTo(double target) {
    zoomAt(target / zoom(), viewWidth / 2, viewHeight / 2);
  }

  /** Zooms so that the image's point under this point of the view stays there. */
  public void zoomAt(double factor, double viewX, double viewY) {
    double x = toImageX(viewX);
    double y = toImageY(viewY);
    double target = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoom() * factor));
    place(target, x * target - viewX, y * target - viewY);
  }

  /** Moves the image with the pointer. */
  public void panBy(double viewDx, double viewDy) {
    place(zoom(), panX() - viewDx, panY() - viewDy);
  }

  /** Brings a point of the image to the middle of the view. */
  public void centreOn(double imageX, double imageY) {
    place(zoom(), imageX * zoom() - viewWidth / 2, imageY * zoom() - viewHeight / 2);
  }

  /** Shows a part of the image in the middle, large enough to see what is around it, too. */
  public void lookAt(Region part) {
    double wanted =
        Math.min(
            viewWidth / (LOOK_AROUND * part.width()), viewHeight / (LOOK_AROUND * part.height()));
    double fitted = Math.min(viewWidth / imageWidth, viewHeight / imageHeight);
    zoomTo(Math.max(Math.min(1, fitted), Math.min(MAX_LOOK, wanted)));
    centreOn(part.x() + part.width() / 2.0, part.y() + part.height() / 2.0);
  }

  public double toImageX(double viewX) {
    return (viewX + panX()) / zoom();
  }

  public double toImageY(double viewY) {
    return (viewY + panY()) / zoom();
  }

  public double toViewX(double imageX) {
    return imageX * zoom() - panX();
  }

  public double toViewY(double imageY) {
    return imageY * zoom() - panY();
  }

  /** All pixels of the image. */
  public Region image() {
    return new Region(0, 0, imageWidth, imageHeight);
  }

  /** The pixels of the image of which at least a part is seen. */
  public Region visible() {
    return Region.between(
            (int) Math.floor(toImageX(0)),
            (int) Math.floor(toImageY(0)),
            (int) Math.ceil(toImageX(viewWidth)),
            (int) Math.ceil(toImageY(viewHeight)))
        .intersect(image());
  }

  private void place(double newZoom, double newPanX, double newPanY) {
    fitting = false;
    zoom.set(newZoom);
    panX.set(clamp(newPanX, imageWidth * newZoom, viewWidth));
    panY.set(clamp(newPanY, imageHeight * newZoom, viewHeight));
  }

  /** An image that is smaller than the view is centred; a larger one never leaves it. */
  private static double clamp(double pan, double image, double view) {
    if (image <= view) {
      return -(view - image) / 2;
    }
    double margin = view / 2;
    return Math.max(-margin, Math.min(image - view + margin, pan));
  }
}
