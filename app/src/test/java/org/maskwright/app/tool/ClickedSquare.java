package org.maskwright.app.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A light square on a dark image, and the tool that is to find it. */
abstract class ClickedSquare {

  static final int WIDTH = 40;
  static final int HEIGHT = 30;
  static final int LIGHT = 220;
  static final int DARK = 30;

  /** The light square of the image. */
  static final int LEFT = 10;

  static final int RIGHT = 24;
  static final int TOP = 8;
  static final int BOTTOM = 20;

  @TempDir Path folder;

  final AtomicLong now = new AtomicLong();
  final ClickMeter meter = new ClickMeter(now::get);
  TestBench bench;
  ClickTool tool;

  @BeforeEach
  void open() throws IOException {
    bench = bench(blank());
    tool = new ClickTool(bench, ObjectSource.colours(), meter);
  }

  /** Begins anew, over a mask with something in it. */
  void reopen(List<String> mask) throws IOException {
    bench.close();
    bench = bench(mask);
    tool = new ClickTool(bench, ObjectSource.colours(), meter);
  }

  private TestBench bench(List<String> mask) throws IOException {
    int[] greys = new int[WIDTH * HEIGHT];
    for (int i = 0; i < greys.length; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      greys[i] = x >= LEFT && x < RIGHT && y >= TOP && y < BOTTOM ? LIGHT : DARK;
    }
    return new TestBench(Files.createTempDirectory(folder, "mask"), mask, greys);
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  static List<String> blank() {
    return new ArrayList<>(Collections.nCopies(HEIGHT, ".".repeat(WIDTH)));
  }

  /** A mask with rectangles of a class, each told as left, top, right, bottom. */
  static List<String> masked(char label, int[]... rectangles) {
    List<String> rows = blank();
    for (int[] r : rectangles) {
      for (int y = r[1]; y < r[3]; y++) {
        char[] row = rows.get(y).toCharArray();
        Arrays.fill(row, r[0], r[2], label);
        rows.set(y, new String(row));
      }
    }
    return rows;
  }

  static List<String> square() {
    return masked('3', new int[] {LEFT, TOP, RIGHT, BOTTOM});
  }

  /** The square has this class but perhaps at its corners, and nothing else has any. */
  void assertSquare(char label) {
    List<String> drawn = bench.drawn();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean inside = x >= LEFT && x < RIGHT && y >= TOP && y < BOTTOM;
        boolean corner = (x == LEFT || x == RIGHT - 1) && (y == TOP || y == BOTTOM - 1);
        char expected = inside ? label : '.';
        char there = drawn.get(y).charAt(x);
        assertThat(there == expected || (corner && there == '.')).as("%d, %d", x, y).isTrue();
      }
    }
  }

  String pendingKey() {
    return tool.pending().map(Pending::textKey).orElse("");
  }
}
