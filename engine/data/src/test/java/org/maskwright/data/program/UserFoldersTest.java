package org.maskwright.data.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFoldersTest {

  @TempDir Path home;

  @Test
  void linuxFollowsTheDesktopRules() {
    Path cache = home.resolve("fast disk");

    assertThat(
            UserFolders.of(
                Map.of("XDG_CACHE_HOME", cache.toString(), "XDG_DATA_HOME", "relative"),
                home,
                "Linux"))
        .isEqualTo(
            new UserFolders(
                home.resolve(".local/share/maskwright"),
                cache.resolve("maskwright"),
                home.resolve(".local/state/maskwright")));
  }

  @Test
  void anotherHomeInTheEnvironmentCounts() {
    Path other = home.resolve("other");

    assertThat(UserFolders.of(Map.of("HOME", other.toString()), home, "Linux").data())
        .isEqualTo(other.resolve(".local/share/maskwright"));
  }

  @Test
  void windowsUsesItsLocalFolder() {
    assertThat(UserFolders.of(Map.of("LOCALAPPDATA", home.toString()), home, "Windows 11").cache())
        .isEqualTo(home.resolve("Maskwright/cache"));
  }

  @Test
  void macUsesItsLibrary() {
    assertThat(UserFolders.of(Map.of(), home, "Mac OS X").logs())
        .isEqualTo(home.resolve("Library/Logs/Maskwright"));
  }

  @Test
  void oneVariablePutsThemTogether() {
    Path together = home.resolve("stick");

    assertThat(UserFolders.of(Map.of("MASKWRIGHT_HOME", together.toString()), home, "Windows 11"))
        .isEqualTo(
            new UserFolders(
                together.resolve("data"), together.resolve("cache"), together.resolve("logs")));
  }
}
