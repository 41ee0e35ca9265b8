package org.maskwright.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Which part of the program may know which. Every module has a test that holds its own classes
 * against all of them; a rule about another module's classes is then simply not concerned.
 *
 * @param root the package that everything is under
 * @param libraries what stands before the names of libraries: nothing, but for planted ones
 */
public record Walls(String root, String libraries) {

  public static final Walls OF_MASKWRIGHT = new Walls("org.maskwright", "");

  /** One test a wall, for the classes of the module whose tests are running. */
  public Stream<DynamicTest> testsOfThisModule() {
    JavaClasses classes = new ClassFileImporter().importPath(Path.of("target", "classes"));
    if (classes.isEmpty()) {
      throw new IllegalStateException("this module has no classes, or is tested from elsewhere");
    }
    return all().entrySet().stream()
        .map(wall -> DynamicTest.dynamicTest(wall.getKey(), () -> wall.getValue().check(classes)));
  }

  /** Every wall by its name. */
  public Map<String, ArchRule> all() {
    Map<String, ArchRule> walls = new LinkedHashMap<>();
    walls.put("data has no screen, network or wire", dataIsPlain());
    walls.put("app has no network", appHasNoNetwork());
    walls.put("app only talks to the engine", appOnlyTalks());
    walls.put("the engine has no window", engineHasNoWindow());
    walls.put("the protocol belongs to neither", protocolBelongsToNeither());
    walls.put("view models and tools have no scene", viewModelsAndToolsHaveNoScene());
    walls.put("views only show", viewsOnlyShow());
    walls.put("features are strangers", featuresAreStrangers());
    walls.put("packages have no cycles", packagesHaveNoCycles());
    return walls;
  }

  public ArchRule dataIsPlain() {
    return noClasses()
        .that(resideInAPackage(root + ".data.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                library("javafx"),
                library("org.deeplearning4j"),
                library("org.nd4j"),
                library("io.grpc")))
        .because("masks, projects and formats are used by both programs and tested without either")
        .allowEmptyShould(true);
  }

  public ArchRule appHasNoNetwork() {
    return noClasses()
        .that(resideInAPackage(root + ".app.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(library("org.deeplearning4j"), library("org.nd4j")))
        .because("the window lives on when the engine dies, and starts without loading it")
        .allowEmptyShould(true);
  }

  public ArchRule appOnlyTalks() {
    return noClasses()
        .that(resideInAPackage(root + ".app.."))
        .should()
        .dependOnClassesThat(resideInAPackage(root + ".network.."))
        .because("the engine may be dead, busy or on another machine")
        .allowEmptyShould(true);
  }

  public ArchRule engineHasNoWindow() {
    return noClasses()
        .that(resideInAPackage(root + ".network.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(root + ".app..", library("javafx")))
        .because("it runs on machines that have no screen, and when no window is left")
        .allowEmptyShould(true);
  }

  public ArchRule protocolBelongsToNeither() {
    return noClasses()
        .that(resideInAPackage(root + ".protocol.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                root + ".app..",
                root + ".network..",
                library("javafx"),
                library("org.deeplearning4j"),
                library("org.nd4j")))
        .because("both programs load it")
        .allowEmptyShould(true);
  }

  public ArchRule viewModelsAndToolsHaveNoScene() {
    return noClasses()
        .that(resideInAPackage(root + ".app.tool..").or(AppParts.viewModels(root)))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                library("javafx.scene"), library("javafx.stage"), library("javafx.fxml")))
        .because("what the program does is tested without a screen")
        .allowEmptyShould(true);
  }

  public ArchRule viewsOnlyShow() {
    return noClasses()
        .that(AppParts.views(root))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                root + ".data.edit..",
                root + ".data.journal..",
                root + ".data.project..",
                root + ".app.engine..",
                root + ".protocol.."))
        .because("a view that acts by itself goes round undo, tests and the engine's absence")
        .allowEmptyShould(true);
  }

  public ArchRule featuresAreStrangers() {
    return classes()
        .that(resideInAPackage(root + ".app.."))
        .should(AppParts.useNoOtherFeature(root))
        .because("a feature can then be read, changed and removed alone; main puts them together")
        .allowEmptyShould(true);
  }

  public ArchRule packagesHaveNoCycles() {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("packages in a circle are one package that nobody can take apart")
        .allowEmptyShould(true);
  }

  private String library(String name) {
    return libraries + name + "..";
  }
}
