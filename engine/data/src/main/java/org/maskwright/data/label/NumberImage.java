package org.maskwright.data.label;

/** Pixels that are numbers from 0 to 65,535. */
public final class NumberImage {

  private final int width;
  private final int height;
  private final char[] numbers;

  /** An image over this array, which it owns from now on. */
  public NumberImage(int width, int height, char[] numbers) {
    if (width <= 0 || height <= 0 || numbers.length != (long) width * height) {
      throw new IllegalArgumentException(
          "%d numbers for %d x %d pixels".formatted(numbers.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.numbers = numbers;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Row by row. */
  public char[] numbers() {
    return numbers;
  }
}
