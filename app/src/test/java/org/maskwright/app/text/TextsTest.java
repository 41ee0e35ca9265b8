package org.maskwright.app.text;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maskwright.app.keys.Command;

class TextsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+[^}]*}");

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasEveryTextWithTheSamePlaceholders(Language language) throws IOException {
    assertThat(placeholders(language)).isEqualTo(placeholders(Language.ENGLISH));
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
      found.put(
          key,
          PLACEHOLDER
              .matcher(own.getProperty(key))
              .results()
              .map(MatchResult::group)
              .sorted()
              .toList());
    }
    return found;
  }
}
