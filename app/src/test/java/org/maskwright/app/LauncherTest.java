package org.maskwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LauncherTest {

  private @Nullable String platform;

  @BeforeEach
  void useARealScreen() {
    platform = System.clearProperty("glass.platform");
  }

  @AfterEach
  void goBackToTheTestsScreen() {
    if (platform != null) {
      System.setProperty("glass.platform", platform);
    }
  }

  @Test
  void onLinuxADisplayHasToBeNamed() {
    assertThat(Launcher.hasDisplay(Map.of("DISPLAY", ":0"), "Linux")).isTrue();
    assertThat(Launcher.hasDisplay(Map.of(), "Linux")).isFalse();
    assertThat(Launcher.hasDisplay(Map.of("DISPLAY", " "), "Linux")).isFalse();
  }

  @Test
  void tooLittleMemoryIsToldWithHowMuchIsNeeded() {
    assertThat(Launcher.shortage(1L << 30))
        .contains(
            "The window and its engine need 2,048 MB of memory, and here are 1,024 MB."
                + " The command line is content with less: ./maskwright --help");
    assertThat(Launcher.shortage(1900L << 20)).isEmpty();
  }

  @Test
  void otherSystemsAlwaysHaveOne() {
    assertThat(Launcher.hasDisplay(Map.of(), "Windows 11")).isTrue();
    assertThat(Launcher.hasDisplay(Map.of(), "Mac OS X")).isTrue();
  }
}
