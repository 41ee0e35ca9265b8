package org.maskwright.installer;

import java.util.Locale;
import java.util.regex.Pattern;

/** A system and processor that Maskwright runs on, and what libraries call it inside their jars. */
enum Platform {
  LINUX_X64("linux-x86_64", "Linux/x86_64", "linux-x86-64", "x86_64.so"),
  LINUX_ARM("linux-arm64", "Linux/aarch64", "linux-aarch64", "aarch_64.so"),
  WINDOWS_X64("windows-x86_64", "Windows/x86_64", "win32-x86-64", "windows_x86_64.dll"),
  MAC_X64("macosx-x86_64", "Mac/x86_64", "darwin", "osx_x86_64.jnilib"),
  MAC_ARM("macosx-arm64", "Mac/aarch64", "darwin", "osx_aarch_64.jnilib");

  private static final Pattern NATIVE =
      Pattern.compile(".*\\.(so|so\\.[0-9.]+|dll|dylib|jnilib|a|lib)");

  /** Where the jars that are made for one platform keep what is made for it. */
  private static final Pattern BYTEDECO = Pattern.compile("org/(bytedeco|nd4j)/.*");

  private final String bytedeco;
  private final String others;

  Platform(String bytedeco, String sqlite, String jna, String netty) {
    this.bytedeco = bytedeco;
    this.others =
        String.join(
            "|",
            "org/sqlite/native/" + Pattern.quote(sqlite) + "/[^/]+",
            "com/sun/jna/" + Pattern.quote(jna) + "/[^/]+",
            "META-INF/native/.*_" + Pattern.quote(netty),
            // JavaFX puts them at the top.
            "[^/]+");
  }

  static Platform of(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64");
    if (name.startsWith("windows")) {
      return WINDOWS_X64;
    }
    if (name.startsWith("mac")) {
      return arm ? MAC_ARM : MAC_X64;
    }
    return arm ? LINUX_ARM : LINUX_X64;
  }

  /** What becomes of an entry of a jar. */
  enum Fate {
    STAYS,
    IS_UNPACKED,
    IS_LEFT_OUT
  }

  Fate fate(String entry) {
    if (entry.contains("/cv2.")) {
      // OpenCV for Python.
      return Fate.IS_LEFT_OUT;
    }
    if (!NATIVE.matcher(entry).matches()) {
      // Headers, samples and tools for who compiles against such a library.
      return isMadeForThisPlatform(entry) ? Fate.IS_LEFT_OUT : Fate.STAYS;
    }
    boolean ours = isMadeForThisPlatform(entry) || entry.matches(others);
    return ours && !entry.endsWith(".a") && !entry.endsWith(".lib")
        ? Fate.IS_UNPACKED
        : Fate.IS_LEFT_OUT;
  }

  private boolean isMadeForThisPlatform(String entry) {
    return BYTEDECO.matcher(entry).matches()
        && (entry.contains("/" + bytedeco + "/") || entry.contains("/" + bytedeco + "-"));
  }

  /** What a person double-clicks, beside the plain folder. */
  String packageType() {
    return switch (this) {
      case LINUX_X64, LINUX_ARM -> "deb";
      case WINDOWS_X64 -> "msi";
      case MAC_X64, MAC_ARM -> "dmg";
    };
  }

  String sqliteLibrary() {
    return System.mapLibraryName("sqlitejdbc");
  }
}
