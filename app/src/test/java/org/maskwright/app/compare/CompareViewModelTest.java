package org.maskwright.app.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.canvas.DrawnOverlays;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.compare.AgreementViewModel.Row;
import org.maskwright.app.compare.ProbesViewModel.Guess;
import org.maskwright.app.compare.ProbesViewModel.Probe;
import org.maskwright.app.engine.EngineStatus;
import org.maskwright.app.keys.Command;
import org.maskwright.app.proposal.FakePredictions;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.session.Desktop;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.Settings;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.ToolServices;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.label.Region;

/** A model sees a crack in the right half; its coarse variants see less or nothing of it. */
class CompareViewModelTest {

  private static final KnownModel MODEL =
      FakePredictions.model("cracks", "background", "crack", "moss");
  private static final KnownModel OTHER =
      FakePredictions.model("other", "background", "crack", "moss");
  private static final int PIXELS = Desktop.WIDTH * Desktop.HEIGHT;

  @TempDir Path folder;

  private final List<Exception> failures = new ArrayList<>();
  private Desktop desktop;
  private Painting painting;
  private Proposals proposals;
  private EditorViewModel editor;
  private CompareViewModel compare;

  @BeforeEach
  void open() throws IOException {
    desktop = Desktop.with(folder, 2);
    open(new SimpleObjectProperty<>(Settings.first(Locale.ENGLISH)));
  }

  private void open(ObjectProperty<Settings> settings) {
    Texts texts = new Texts(Language.ENGLISH);
    painting = new Painting(desktop.session().schemeProperty(), settings);
    SameThreadTasks tasks = new SameThreadTasks();
    ToolServices services = new ToolServices(tasks, 0, failures::add);
    editor = new EditorViewModel(desktop.session(), painting, settings, texts, services);
    FakePredictions predictions =
        new FakePredictions(MODEL, OTHER).saying(CompareViewModelTest::opinion);
    proposals =
        new Proposals(
            desktop.session(),
            predictions,
            new SimpleObjectProperty<>(EngineStatus.READY),
            new ImageOpener(folder.resolve("tiles")),
            tasks);
    compare = new CompareViewModel(desktop.session(), painting, proposals, editor, texts, services);
    compare.remember(settings);
  }

  /** Moss in a corner, which the project does not know. */
  private static int opinion(String variant, int x, int y) {
    return switch (variant) {
      case "8s" -> x == 7 && y == 5 ? 2 : x >= 4 ? 1 : 0;
      case "16s" -> x >= 6 ? 1 : 0;
      default -> 0;
    };
  }

  @AfterEach
  void close() {
    proposals.close();
    desktop.session().close(() -> {});
    assertThat(failures).isEmpty();
  }

  private DrawnOverlays drawn(PaneContent content) throws IOException {
    return new DrawnOverlays(compare.overlays().of(content).get(), Desktop.WIDTH, Desktop.HEIGHT);
  }

  @Test
  void everydayPaneShowsTheSourceWhereNobodyDecidedAndTheMaskElsewhere() throws IOException {
    DrawnOverlays before = drawn(PaneContent.EVERYDAY);
    assertThat(before.isClear(0, 0)).isTrue();
    assertThat(before.isClear(5, 0)).isFalse();
    desktop.paint(new Region(0, 0, 2, 6));
    DrawnOverlays after = drawn(PaneContent.EVERYDAY);
    assertThat(after.at(0, 0)).isEqualTo(before.at(5, 0));
    assertThat(after.at(5, 0)).isEqualTo(before.at(5, 0));
  }

  @Test
  void classesThatTheProjectDoesNotKnowAreGrey() throws IOException {
    int grey = drawn(PaneContent.FINE).at(7, 5);
    assertThat(grey >> 16).isEqualTo(grey >> 8 & 0xFF).isEqualTo(grey & 0xFF);
    assertThat(grey).isNotEqualTo(DrawnOverlays.GREY);
  }

  @Test
  void outlineOfTheMaskLiesOverEveryVariant() throws IOException {
    DrawnOverlays before = drawn(PaneContent.COARSE);
    desktop.paint(new Region(1, 1, 3, 3));
    DrawnOverlays after = drawn(PaneContent.COARSE);
    assertThat(before.isClear(1, 1)).isTrue();
    assertThat(after.isClear(1, 1)).isFalse();
    assertThat(after.isClear(2, 2)).isTrue();
    assertThat(drawn(PaneContent.IMAGE).isClear(1, 1)).isFalse();
  }

  @Test
  void flippingShowsEachVariantInPlaceAndThenTheSourceAgain() {
    PanesViewModel panes = compare.panes();
    List<PaneContent> seen = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      panes.flip();
      seen.add(panes.aloneProperty().get());
    }
    panes.endFlip();
    assertThat(seen).containsExactly(PaneContent.COARSE, PaneContent.MIDDLE, PaneContent.FINE);
    assertThat(panes.aloneProperty().get()).isEqualTo(PaneContent.EVERYDAY);
  }

  @Test
  void oneKeyGoesToThePanesAndBack() {
    compare.run(Command.PANES);
    assertThat(compare.panes().layoutProperty().get()).isEqualTo(PaneLayout.SIDE_BY_SIDE);
    compare.run(Command.SWIPE);
    assertThat(compare.panes().layoutProperty().get()).isEqualTo(PaneLayout.SWIPE);
    compare.run(Command.SWIPE);
    assertThat(compare.panes().layoutProperty().get()).isEqualTo(PaneLayout.ONE);
  }

  @Test
  void anotherSourceIsOverlaidAndSwipedAgainst() throws IOException {
    compare.panes().makeSource(PaneContent.MIDDLE);
    assertThat(compare.panes().isSource(PaneContent.MIDDLE)).isTrue();
    assertThat(compare.panes().isSource(PaneContent.FINE)).isFalse();
    assertThat(compare.panes().rightProperty().get()).isEqualTo(PaneContent.MIDDLE);
    DrawnOverlays drawn = drawn(PaneContent.EVERYDAY);
    assertThat(drawn.isClear(5, 0)).isTrue();
    assertThat(drawn.isClear(6, 0)).isFalse();
    compare.run(Command.NEXT_SOURCE);
    assertThat(compare.sourceProperty().get()).isEqualTo("8s");
  }

  @Test
  void hiddenProposalsLeaveTheMaskAlone() throws IOException {
    compare.run(Command.SHOW_PROPOSAL);
    assertThat(drawn(PaneContent.EVERYDAY).isClear(5, 0)).isTrue();
    assertThat(drawn(PaneContent.FINE).isClear(5, 0)).isFalse();
  }

  @Test
  void panesLayerAndSourceAreFoundAsTheyWereLeft() {
    proposals.close();
    ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.first(Locale.ENGLISH));
    open(settings);
    compare.run(Command.PANES);
    compare.panes().countProperty().set(3);
    compare.panes().contentProperty(1).set(PaneContent.OTHER);
    compare.panes().leftProperty().set(PaneContent.IMAGE);
    compare.panes().makeSource(PaneContent.MIDDLE);
    compare.layers().layerProperty().set(Layer.ENTROPY);
    proposals.close();

    open(settings);

    assertThat(compare.panes().layoutProperty().get()).isEqualTo(PaneLayout.SIDE_BY_SIDE);
    assertThat(compare.panes().countProperty().get()).isEqualTo(3);
    assertThat(compare.panes().contentProperty(1).get()).isEqualTo(PaneContent.OTHER);
    assertThat(compare.panes().leftProperty().get()).isEqualTo(PaneContent.IMAGE);
    assertThat(compare.panes().rightProperty().get()).isEqualTo(PaneContent.MIDDLE);
    assertThat(compare.sourceProperty().get()).isEqualTo("16s");
    assertThat(compare.layers().layerProperty().get()).isEqualTo(Layer.ENTROPY);
  }

  private List<String> legend() {
    return compare.legendProperty().get().stream()
        .map(line -> line.text() + ": " + line.value())
        .toList();
  }

  @Test
  void disagreementTellsHowManyVariantsDiffer() throws IOException {
    compare.layers().layerProperty().set(Layer.DISAGREEMENT);
    assertThat(legend()).containsExactly("Two of three agree: 23 px", "All differ: 1 px");
    DrawnOverlays drawn = drawn(PaneContent.COARSE);
    assertThat(drawn.isClear(3, 0)).isTrue();
    assertThat(drawn.at(4, 0)).isNotEqualTo(drawn.at(7, 5));
  }

  @Test
  void twoClassesThatAreOneInTheProjectDoNotDiffer() {
    compare.layers().layerProperty().set(Layer.DISAGREEMENT);
    proposals.useMap(proposals.proposalProperty().get().orElseThrow().map().into(2, 1));
    assertThat(legend()).containsExactly("Two of three agree: 24 px", "All differ: 0 px");
  }

  @Test
  void whatAcceptingWouldChangeIsCountedAndFollowsThePaint() throws IOException {
    compare.layers().layerProperty().set(Layer.CHANGES);
    assertThat(legend()).containsExactly("background: 24 px", "crack: 23 px");
    desktop.paint(new Region(4, 0, 4, 3));
    assertThat(legend()).containsExactly("background: 24 px", "crack: 11 px");
    // A line of the mask's outline runs along the border.
    assertThat(drawn(PaneContent.FINE).isClear(5, 1)).isTrue();
    assertThat(drawn(PaneContent.FINE).isClear(5, 5)).isFalse();
  }

  @Test
  void differenceTellsWhatWasMissedAndWhatIsExtra() throws IOException {
    compare.layers().layerProperty().set(Layer.DIFFERENCE);
    assertThat(legend()).containsExactly("Missed: 0 px", "Extra: 0 px", "Another class: 0 px");
    desktop.paint(new Region(2, 0, 4, 6));
    assertThat(legend()).containsExactly("Missed: 12 px", "Extra: 0 px", "Another class: 0 px");
    painting.choose(0);
    assertThat(drawn(PaneContent.FINE).isClear(3, 3)).isFalse();
    assertThat(drawn(PaneContent.FINE).isClear(5, 3)).isTrue();
  }

  @Test
  void heatMapShowsTheActiveClass() throws IOException {
    painting.choose(1);
    compare.layers().layerProperty().set(Layer.PROBABILITY);
    DrawnOverlays drawn = drawn(PaneContent.FINE);
    assertThat(drawn.isClear(0, 0)).isTrue();
    assertThat(drawn.isClear(5, 0)).isFalse();
    painting.choose(0);
    assertThat(drawn(PaneContent.FINE).isClear(5, 0)).isTrue();
  }

  @Test
  void everyLayerIsOneKeyFurther() {
    List<Layer> seen = new ArrayList<>();
    for (int i = 0; i < Layer.values().length; i++) {
      compare.run(Command.NEXT_LAYER);
      seen.add(compare.layers().layerProperty().get());
    }
    assertThat(seen).containsExactlyInAnyOrder(Layer.values());
  }

  @Test
  void agreementIsMeasuredWhereTheMaskIsDecided() throws IOException {
    assertThat(compare.agreement().tableProperty().get().rows()).isEmpty();
    desktop.paint(new Region(2, 0, 4, 6));
    AgreementViewModel.Table table = compare.agreement().tableProperty().get();
    assertThat(table.variants()).containsExactly("32s", "16s", "8s");
    Row crack = table.rows().get(table.rows().size() - 1);
    assertThat(crack.name()).contains("crack");
    assertThat(crack.iu().get(0).getAsDouble()).isZero();
    assertThat(crack.iu().get(2).getAsDouble()).isCloseTo(0.5, within(1e-9));
    compare.agreement().atBordersProperty().set(true);
    assertThat(compare.agreement().tableProperty().get().rows()).isNotEmpty();
  }

  @Test
  void everyVariantSaysWhatItTakesThePixelFor() {
    editor.moved(new Pointer(5.5, 2.5, false, false, 0));
    List<Probe> probes = compare.probes().probesProperty().get();
    assertThat(probes).extracting(Probe::variant).containsExactly("32s", "16s", "8s");
    Guess fine = probes.get(2).guesses().get(0);
    assertThat(fine.name()).isEqualTo("crack");
    assertThat(fine.rgb()).isEqualTo(painting.scheme().get(1).displayRgb());
    assertThat(fine.probability()).isCloseTo(0.965, within(0.001));
    assertThat(probes.get(0).guesses().get(0).name()).isEqualTo("background");
    editor.left();
    assertThat(compare.probes().probesProperty().get()).isEmpty();
  }

  @Test
  void refinedAnswersSayWhatBecameOfThePixelAndWhatTheNetworkSaid() {
    editor.moved(new Pointer(5.5, 2.5, false, false, 0));
    assertThat(compare.probesNote()).isEmpty();
    compare.layers().layerProperty().set(Layer.PROBABILITY);
    String plain = compare.legendProperty().get().get(0).text();

    assertThat(compare.run(Command.REFINE)).isTrue();

    Probe fine = compare.probes().probesProperty().get().get(2);
    assertThat(fine.guesses()).extracting(Guess::name).containsExactly("crack", "crack");
    assertThat(fine.guesses().get(0).probability()).isCloseTo(0.965, within(0.003));
    assertThat(compare.probesNote()).isNotEmpty();
    assertThat(compare.legendProperty().get().get(0).text()).isEqualTo(plain + ", before refining");
    assertThat(compare.shownProposal().orElseThrow().isRefined()).isTrue();
    compare.run(Command.REFINE);
    assertThat(compare.probesNote()).isEmpty();
  }

  @Test
  void anotherModelHasAPaneOfItsOwn() throws IOException {
    assertThat(drawn(PaneContent.OTHER).isClear(5, 0)).isTrue();
    compare.otherModelProperty().set(Optional.of(OTHER));
    assertThat(drawn(PaneContent.OTHER).isClear(5, 0)).isFalse();
  }

  @Test
  void truthIsTheMaskWithoutTheImage() throws IOException {
    desktop.paint(new Region(0, 0, 8, 6));
    int crack = painting.scheme().get(1).displayRgb();
    assertThat(drawn(PaneContent.TRUTH).at(3, 3)).isEqualTo(crack);
    assertThat(drawn(PaneContent.MASK).at(3, 3)).isNotEqualTo(crack);
    assertThat(desktop.shown().mask().histogram()[1]).isEqualTo(PIXELS);
  }
}
