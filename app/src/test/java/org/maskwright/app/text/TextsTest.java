package org.maskwright.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maskwright.app.keys.Command;
import org.maskwright.data.problem.ProblemCode;

class TextsTest {

  private static final String PROBLEM = "problem.";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+[^}]*}");

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasEveryTextWithTheSamePlaceholders(Language language) throws IOException {
    assertThat(withoutProblems(language)).isEqualTo(withoutProblems(Language.ENGLISH));
  }

  /** English sentences stand where the problem is named; the texts have those said otherwise. */
  @ParameterizedTest
  @EnumSource(value = Language.class, names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
  void everyProblemThatTheWindowKnowsIsTranslated(Language language) throws IOException {
    Map<String, List<String>> english = placeholders(Language.ENGLISH);
    Map<String, List<String>> expected = new TreeMap<>();
    problemCodes()
        .forEach(
            code -> {
              String key = PROBLEM + code.key();
              expected.put(key, english.getOrDefault(key, placeholders(code.english())));
            });

    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(placeholders(language)).containsAllEntriesOf(expected);
  }

  private static Stream<ProblemCode> problemCodes() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(found -> found.contains("Problem") || found.contains("Finding"))
            .importPackages("org.maskwright")
            .stream()
            .filter(found -> found.isEnum() && found.isAssignableTo(ProblemCode.class))
            .flatMap(found -> Arrays.stream(found.reflect().getEnumConstants()))
            .map(ProblemCode.class::cast);
  }

  private static Map<String, List<String>> withoutProblems(Language language) throws IOException {
    Map<String, List<String>> all = placeholders(language);
    all.keySet().removeIf(key -> key.startsWith(PROBLEM));
    return all;
  }

  @Test
  void everyCommandHasAName() {
    Texts texts = new Texts(Language.ENGLISH);

    assertThat(Arrays.stream(Command.values()).map(c -> texts.get(c.textKey())))
        .noneMatch(String::isBlank);
  }

  @Test
  void whoeverBindsFollowsTheLanguage() {
    Texts texts = new Texts(Language.ENGLISH);
    var undo = texts.observe("command.UNDO");
    assertThat(undo.getValue()).isEqualTo("Undo");

    texts.languageProperty().set(Language.KOREAN);

    assertThat(undo.getValue()).isEqualTo("실행 취소");
  }

  private static Map<String, List<String>> placeholders(Language language) throws IOException {
    Properties own = new Properties();
    String suffix = language == Language.ENGLISH ? "" : "_" + language.locale();
    try (Reader file =
        new InputStreamReader(
            TextsTest.class.getResourceAsStream("messages" + suffix + ".properties"),
            StandardCharsets.UTF_8)) {
      own.load(file);
    }
    Map<String, List<String>> found = new TreeMap<>();
    for (String key : own.stringPropertyNames()) {
      found.put(key, placeholders(own.getProperty(key)));
    }
    return found;
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
  }
}
