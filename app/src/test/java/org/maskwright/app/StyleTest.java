package org.maskwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.css.CssParser;
import javafx.css.CssParser.ParseError;
import org.junit.jupiter.api.Test;

class StyleTest {

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
}
