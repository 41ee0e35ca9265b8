package org.maskwright.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanvasInputTest {

  private final Viewport viewport = new Viewport();
  private final ImageCanvas canvas = new ImageCanvas(viewport);
  private final List<String> heard = new ArrayList<>();
  private CanvasInput input;

  /** Writes down what it hears. */
  private final class Writer implements PointerListener {

    @Override
    public void pressed(Pointer pointer) {
      heard.add("pressed " + pointer.x() + (pointer.subtract() ? " subtracting" : ""));
    }

    @Override
    public void dragged(Pointer pointer) {
      heard.add("dragged " + pointer.x() + (pointer.subtract() ? " subtracting" : ""));
    }

    @Override
    public void released(Pointer pointer) {
      heard.add("released " + pointer.x());
    }

    @Override
    public void moved(Pointer pointer) {
      heard.add("moved " + pointer.x());
    }

    @Override
    public void left() {
      heard.add("left");
    }

    @Override
    public void resized(int notches) {
      heard.add("resized " + notches);
    }
  }

  @BeforeEach
  void show() {
    input = new CanvasInput(canvas, new Writer());
    viewport.setViewSize(100, 100);
    viewport.setImageSize(1000, 1000);
    viewport.zoomTo(1);
    viewport.centreOn(500, 500);
  }

  private void mouse(
      EventType<MouseEvent> type, double x, MouseButton button, boolean alt, boolean down) {
    canvas.fireEvent(
        new MouseEvent(
            type,
            x,
            0,
            x,
            0,
            button,
            1,
            false,
            false,
            alt,
            false,
            down && button == MouseButton.PRIMARY,
            down && button == MouseButton.MIDDLE,
            down && button == MouseButton.SECONDARY,
            false,
            false,
            true,
            new PickResult(canvas, x, 0)));
  }

  private void stroke(MouseButton button, boolean alt) {
    mouse(MouseEvent.MOUSE_PRESSED, 10, button, alt, true);
    mouse(MouseEvent.MOUSE_DRAGGED, 20, button, false, true);
    mouse(MouseEvent.MOUSE_RELEASED, 20, button, false, false);
  }

  private void scroll(
      EventType<ScrollEvent> type, double dy, boolean shift, boolean inertia, int fingers) {
    canvas.fireEvent(
        new ScrollEvent(
            type,
            30,
            40,
            30,
            40,
            shift,
            false,
            false,
            false,
            false,
            inertia,
            0,
            dy,
            0,
            dy,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            fingers,
            new PickResult(canvas, 30, 40)));
  }

  @Test
  void theLeftButtonDrawsInImagePixels() {
    stroke(MouseButton.PRIMARY, false);

    assertThat(heard).containsExactly("pressed 460.0", "dragged 470.0", "released 470.0");
  }

  @Test
  void theRightButtonSubtracts() {
    stroke(MouseButton.SECONDARY, false);

    assertThat(heard)
        .containsExactly(
            "pressed 460.0 subtracting", "dragged 470.0 subtracting", "released 470.0");
  }

  @Test
  void altAtThePressSubtractsToTheEnd() {
    stroke(MouseButton.PRIMARY, true);

    assertThat(heard).contains("dragged 470.0 subtracting");
  }

  @Test
  void theMiddleButtonPans() {
    stroke(MouseButton.MIDDLE, false);

    assertThat(heard).isEmpty();
    assertThat(viewport.panX()).isEqualTo(440);
  }

  @Test
  void theLeftButtonPansWhileThePanKeyIsHeld() {
    input.panningProperty().set(true);
    stroke(MouseButton.PRIMARY, false);

    assertThat(heard).isEmpty();
    assertThat(viewport.panX()).isEqualTo(440);
  }

  @Test
  void theWheelZoomsAtThePointer() {
    double x = viewport.toImageX(30);
    scroll(ScrollEvent.SCROLL, 40, false, false, 0);

    assertThat(viewport.zoom()).isEqualTo(1.25);
    assertThat(viewport.toImageX(30)).isEqualTo(x);
  }

  @Test
  void aFineWheelZoomsFinely() {
    for (int i = 0; i < 10; i++) {
      scroll(ScrollEvent.SCROLL, 4, false, false, 0);
    }

    assertThat(viewport.zoom()).isCloseTo(1.25, within(1e-9));
  }

  @Test
  void shiftWithTheWheelResizesTheTool() {
    scroll(ScrollEvent.SCROLL, -40, true, false, 0);

    assertThat(heard).containsExactly("resized -1");
    assertThat(viewport.zoom()).isEqualTo(1);
  }

  @Test
  void twoFingersPan() {
    scroll(ScrollEvent.SCROLL_STARTED, 0, false, false, 2);
    scroll(ScrollEvent.SCROLL, -15, false, false, 2);
    scroll(ScrollEvent.SCROLL_FINISHED, 0, false, false, 2);

    assertThat(viewport.panY()).isEqualTo(465);
    assertThat(viewport.zoom()).isEqualTo(1);
  }

  @Test
  void inertiaIsIgnored() {
    scroll(ScrollEvent.SCROLL, 40, false, true, 0);

    assertThat(viewport.zoom()).isEqualTo(1);
    assertThat(viewport.panY()).isEqualTo(450);
  }

  @Test
  void aPinchZooms() {
    canvas.fireEvent(
        new ZoomEvent(
            ZoomEvent.ZOOM,
            30,
            40,
            30,
            40,
            false,
            false,
            false,
            false,
            false,
            false,
            1.5,
            1.5,
            new PickResult(canvas, 30, 40)));

    assertThat(viewport.zoom()).isEqualTo(1.5);
  }
}
