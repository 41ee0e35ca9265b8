package org.maskwright.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.Region;

class ViewportTest {

  private final Viewport viewport = new Viewport();

  @BeforeEach
  void showALargeImage() {
    viewport.setViewSize(800, 600);
    viewport.setImageSize(4000, 3000);
  }

  @Test
  void aNewImageIsFittedAndStaysFittedWhenTheViewGrows() {
    assertThat(viewport.zoom()).isEqualTo(0.2);

    viewport.setViewSize(1600, 1200);

    assertThat(viewport.zoom()).isEqualTo(0.4);
    assertThat(viewport.visible()).isEqualTo(new Region(0, 0, 4000, 3000));
  }

  @Test
  void zoomingKeepsThePointUnderTheCursor() {
    viewport.zoomTo(1);
    double x = viewport.toImageX(123);
    double y = viewport.toImageY(456);

    viewport.zoomAt(1.25, 123, 456);

    assertThat(viewport.toImageX(123)).isCloseTo(x, within(1e-9));
    assertThat(viewport.toImageY(456)).isCloseTo(y, within(1e-9));
  }

  @Test
  void zoomEndsAtItsLimits() {
    viewport.zoomAt(1e9, 10, 10);
    assertThat(viewport.zoom()).isEqualTo(Viewport.MAX_ZOOM);

    viewport.zoomAt(1e-9, 10, 10);
    assertThat(viewport.zoom()).isEqualTo(Viewport.MIN_ZOOM);
  }

  @Test
  void aSmallImageIsCentredAtItsOwnSize() {
    viewport.setImageSize(400, 300);

    assertThat(viewport.zoom()).isEqualTo(1);
    assertThat(viewport.toViewX(0)).isEqualTo(200);
    assertThat(viewport.toViewY(0)).isEqualTo(150);
  }

  @Test
  void theImageCannotBePushedOutOfSight() {
    viewport.zoomTo(1);

    viewport.panBy(1e6, -1e6);

    assertThat(viewport.visible().isEmpty()).isFalse();
  }

  @Test
  void aResizedViewKeepsItsMiddle() {
    viewport.zoomTo(2);
    viewport.centreOn(1000, 700);

    viewport.setViewSize(500, 900);

    assertThat(viewport.toImageX(250)).isCloseTo(1000, within(1e-9));
    assertThat(viewport.toImageY(450)).isCloseTo(700, within(1e-9));
  }
}
