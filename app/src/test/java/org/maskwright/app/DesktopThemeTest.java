package org.maskwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DesktopThemeTest {

  @Test
  void eachDesktopSaysItInItsOwnWords() {
    assertThat(DesktopTheme.saysDark("Linux", "'prefer-dark'\n")).isTrue();
    assertThat(DesktopTheme.saysDark("Linux", "'default'\n")).isFalse();
    assertThat(DesktopTheme.saysDark("Mac OS X", "Dark\n")).isTrue();
    assertThat(DesktopTheme.saysDark("Mac OS X", "does not exist\n")).isFalse();
    assertThat(DesktopTheme.saysDark("Windows 11", "AppsUseLightTheme    REG_DWORD    0x0"))
        .isTrue();
    assertThat(DesktopTheme.saysDark("Windows 11", "AppsUseLightTheme    REG_DWORD    0x1"))
        .isFalse();
  }
}
