package org.maskwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.planted.house.app.compare.CompareView;
import org.maskwright.planted.house.app.compare.CompareViewModel;
import org.maskwright.planted.house.app.main.MainView;
import org.maskwright.planted.house.app.models.HomesickViewModel;
import org.maskwright.planted.house.app.models.NosyView;
import org.maskwright.planted.house.app.task.AppWithArray;
import org.maskwright.planted.house.app.task.AppWithEngine;
import org.maskwright.planted.house.app.task.AppWithNet;
import org.maskwright.planted.house.app.tool.ToolWithScene;
import org.maskwright.planted.house.app.train.EditView;
import org.maskwright.planted.house.app.train.EngineView;
import org.maskwright.planted.house.app.train.JournalView;
import org.maskwright.planted.house.app.train.LoaderViewModel;
import org.maskwright.planted.house.app.train.MessageView;
import org.maskwright.planted.house.app.train.ProjectView;
import org.maskwright.planted.house.app.train.StageViewModel;
import org.maskwright.planted.house.circle.one.One;
import org.maskwright.planted.house.circle.other.Other;
import org.maskwright.planted.house.data.format.DataWithArray;
import org.maskwright.planted.house.data.format.DataWithNet;
import org.maskwright.planted.house.data.format.DataWithScreen;
import org.maskwright.planted.house.data.format.DataWithWire;
import org.maskwright.planted.house.network.TrainerWithWindow;
import org.maskwright.planted.house.protocol.MessageWithNet;
import org.maskwright.planted.house.protocol.MessageWithScreen;

/** Each wall stands: a class planted on its wrong side is found, and one on its right side not. */
class WallsTest {

  private static final Walls WALLS =
      new Walls("org.maskwright.planted.house", "org.maskwright.planted.library.");

  private static EvaluationResult evaluate(ArchRule wall, Class<?>... planted) {
    JavaClasses classes = new ClassFileImporter().importClasses(planted);
    return wall.evaluate(classes);
  }

  private static void assertFound(ArchRule wall, Class<?>... planted) {
    assertThat(evaluate(wall, planted).getFailureReport().toString())
        .contains("because")
        .contains(planted[0].getName());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {DataWithScreen.class, DataWithNet.class, DataWithArray.class, DataWithWire.class})
  void dataHasNoScreenNetworkOrWire(Class<?> planted) {
    assertFound(WALLS.dataIsPlain(), planted);
  }

  @ParameterizedTest
  @ValueSource(classes = {AppWithNet.class, AppWithArray.class})
  void appHasNoNetwork(Class<?> planted) {
    assertFound(WALLS.appHasNoNetwork(), planted);
  }

  @Test
  void appOnlyTalksToTheEngine() {
    assertFound(WALLS.appOnlyTalks(), AppWithEngine.class);
  }

  @Test
  void engineHasNoWindow() {
    assertFound(WALLS.engineHasNoWindow(), TrainerWithWindow.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {MessageWithNet.class, MessageWithScreen.class})
  void protocolBelongsToNeitherProgram(Class<?> planted) {
    assertFound(WALLS.protocolBelongsToNeither(), planted);
  }

  @ParameterizedTest
  @ValueSource(classes = {ToolWithScene.class, StageViewModel.class, LoaderViewModel.class})
  void viewModelsAndToolsHaveNoScene(Class<?> planted) {
    assertFound(WALLS.viewModelsAndToolsHaveNoScene(), planted);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        EditView.class,
        JournalView.class,
        ProjectView.class,
        EngineView.class,
        MessageView.class
      })
  void viewsOnlyShow(Class<?> planted) {
    assertFound(WALLS.viewsOnlyShow(), planted);
  }

  @ParameterizedTest
  @ValueSource(classes = {NosyView.class, HomesickViewModel.class})
  void featuresAreStrangers(Class<?> planted) {
    assertFound(WALLS.featuresAreStrangers(), planted);
  }

  @Test
  void packagesHaveNoCycles() {
    assertFound(WALLS.packagesHaveNoCycles(), One.class, Other.class);
  }

  @Test
  void whatKeepsToTheRulesPasses() {
    assertThat(WALLS.all())
        .allSatisfy(
            (name, wall) ->
                assertThat(
                        evaluate(wall, CompareView.class, CompareViewModel.class, MainView.class)
                            .getFailureReport()
                            .getDetails())
                    .isEmpty());
  }
}
