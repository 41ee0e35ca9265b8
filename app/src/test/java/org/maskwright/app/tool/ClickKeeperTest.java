package org.maskwright.app.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maskwright.app.tool.TestBench.click;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maskwright.data.click.ClickDraft;
import org.maskwright.data.click.ClickTally;
import org.maskwright.data.project.ImageId;

/** What is being clicked outlives the program. */
class ClickKeeperTest extends ClickedSquare {

  private static final ImageId IMAGE = new ImageId("photos", "1.png", 0);

  private final Remembered memory = new Remembered();
  private ClickKeeper keeper;

  /** Remembers in memory. */
  private static final class Remembered implements ObjectMemory {
    final Map<ImageId, ClickDraft> drafts = new HashMap<>();
    ClickTally tally = new ClickTally(4, 10, 20);

    @Override
    public void keep(ImageId image, ClickDraft draft) {
      drafts.put(image, draft);
    }

    @Override
    public void forget(ImageId image) {
      drafts.remove(image);
    }

    @Override
    public void fetch(ImageId image, Consumer<ClickDraft> found) {
      Optional.ofNullable(drafts.get(image)).ifPresent(found);
    }

    @Override
    public void count(ClickTally now) {
      tally = now;
    }

    @Override
    public void tally(Consumer<ClickTally> found) {
      found.accept(tally);
    }
  }

  @BeforeEach
  void keep() {
    keeper = new ClickKeeper(tool, memory, meter);
    keeper.arrived(IMAGE);
  }

  private void clickAndLook(int x, int y) throws IOException {
    click(tool, x, y);
    keeper.look();
  }

  /** The program ends and starts again, with this mask on disk. */
  private void restart(String... rectangleOfClassThree) throws IOException {
    keeper.left();
    tool.leave();
    reopen(rectangleOfClassThree.length > 0 ? square() : blank());
    keeper = new ClickKeeper(tool, memory, meter);
    keeper.arrived(IMAGE);
  }

  @Test
  void anotherDayGoesOnWhereClicksWereLeft() throws IOException {
    clickAndLook(15, 12);
    clickAndLook(20, 18);
    restart();
    assertThat(tool.sketch().marks()).hasSize(2);
    tool.accept();
    keeper.look();
    assertSquare('3');
    assertThat(memory.drafts).isEmpty();
  }

  @Test
  void whatIsGivenUpIsForgotten() throws IOException {
    clickAndLook(15, 12);
    assertThat(memory.drafts).containsKey(IMAGE);
    tool.back();
    keeper.look();
    assertThat(memory.drafts).isEmpty();
  }

  @Test
  void leavingTheImageForgetsNothing() throws IOException {
    clickAndLook(15, 12);
    keeper.left();
    tool.leave();
    keeper.look();
    assertThat(memory.drafts).containsKey(IMAGE);
  }

  @Test
  void aRegionThatIsGoneMeanwhileIsMendedNoMore() throws IOException {
    restart("square");
    clickAndLook(15, 12);
    assertThat(pendingKey()).isEqualTo("pending.clickRegion");
    restart();
    assertThat(pendingKey()).isEqualTo("pending.clickObject");
  }

  @Test
  void clicksAndSecondsGoOnFromTheDayBefore() throws IOException {
    clickAndLook(15, 12);
    now.addAndGet(5_000_000_000L);
    tool.accept();
    assertThat(memory.tally).isEqualTo(new ClickTally(5, 11, 25));
  }
}
