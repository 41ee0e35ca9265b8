package org.maskwright.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.maskwright.app.session.GuideStep;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;

class GuideViewModelTest {

  private final ObjectProperty<Settings> settings =
      new SimpleObjectProperty<>(Settings.first(Locale.ENGLISH));
  private final Texts texts = new Texts(Language.ENGLISH);
  private final GuideViewModel guide = new GuideViewModel(settings, texts);

  @Test
  void itLeadsThroughAllStepsAndEnds() {
    for (int step = 1; step <= 5; step++) {
      assertThat(guide.place().getValue()).isEqualTo(step + " of 5");
      assertThat(guide.text().getValue()).isNotBlank();
      guide.next();
    }

    assertThat(guide.shown().getValue()).isFalse();
    assertThat(settings.get().guide()).isEqualTo(GuideStep.OVER);
  }

  @Test
  void oneCanGoBack() {
    guide.next();
    guide.next();

    guide.back();

    assertThat(settings.get().guide()).isEqualTo(GuideStep.CORRECT);
  }

  @Test
  void whatWasDismissedStaysAway() {
    guide.dismiss();

    assertThat(new GuideViewModel(settings, texts).shown().getValue()).isFalse();
  }

  @Test
  void itNamesTheKeysThatCount() {
    guide.next();

    assertThat(guide.text().getValue()).contains("Ctrl+Enter");
  }
}
