package org.maskwright.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.collections.ListChangeListener;
import javafx.css.CssParser;
import javafx.css.CssParser.ParseError;
import org.junit.jupiter.api.Test;

class StyleTest {

  private static final Pattern COLOUR = Pattern.compile("(?<![\\w-])-color-[a-z0-9-]+");

  /** The toolkit drops what it does not understand, and only says so on the terminal. */
  @Test
  void theToolkitUnderstandsEveryLineOfTheStyles() throws IOException {
    URL styles = StyleTest.class.getResource("/org/maskwright/assets/workbench.css");
    List<String> errors = new ArrayList<>();
    ListChangeListener<ParseError> listener =
        change -> change.getList().forEach(error -> errors.add(error.getMessage()));
    CssParser.errorsProperty().addListener(listener);
    try {
      new CssParser().parse(Objects.requireNonNull(styles, "the styles are there"));
    } finally {
      CssParser.errorsProperty().removeListener(listener);
    }

    assertThat(errors).isEmpty();
  }

  @Test
  void everyColourIsOneOfTheThemes() throws IOException {
    String styles = read("/org/maskwright/assets/workbench.css");
    String theme = read(new PrimerDark().getUserAgentStylesheet());

    assertThat(COLOUR.matcher(styles).results().map(MatchResult::group))
        .isNotEmpty()
        .allMatch(colour -> theme.contains(colour + ":") || styles.contains(colour + ":"));
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = StyleTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
    }
  }
}
