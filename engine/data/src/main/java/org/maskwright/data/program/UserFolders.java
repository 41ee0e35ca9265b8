package org.maskwright.data.program;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The folders that belong to the user, not to a project: what has to stay, what may be deleted at
 * any time, and logs. They lie where the platform wants them, or together under {@code
 * MASKWRIGHT_HOME}.
 */
public record UserFolders(Path data, Path cache, Path logs) {

  private static final String NAME = "maskwright";

  public static UserFolders current() {
    return of(
        System.getenv(),
        Path.of(System.getProperty("user.home", ".")),
        System.getProperty("os.name", ""));
  }

  /** The folders of a user with this environment and home on a system of that name. */
  static UserFolders of(Map<String, String> environment, Path home, String system) {
    Path together = absolute(environment, "MASKWRIGHT_HOME");
    if (together != null) {
      return under(together);
    }
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      Path local = absolute(environment, "LOCALAPPDATA");
      return under(
          Objects.requireNonNullElse(local, home.resolve("AppData/Local")).resolve("Maskwright"));
    }
    // Java takes the home from the list of accounts, where other programs listen to this.
    Path own = Objects.requireNonNullElse(absolute(environment, "HOME"), home);
    if (lower.startsWith("mac")) {
      Path library = own.resolve("Library");
      return new UserFolders(
          library.resolve("Application Support/Maskwright"),
          library.resolve("Caches/Maskwright"),
          library.resolve("Logs/Maskwright"));
    }
    return new UserFolders(
        xdg(environment, "XDG_DATA_HOME", own.resolve(".local/share")),
        xdg(environment, "XDG_CACHE_HOME", own.resolve(".cache")),
        xdg(environment, "XDG_STATE_HOME", own.resolve(".local/state")));
  }

  private static UserFolders under(Path folder) {
    return new UserFolders(folder.resolve("data"), folder.resolve("cache"), folder.resolve("logs"));
  }

  private static Path xdg(Map<String, String> environment, String variable, Path otherwise) {
    return Objects.requireNonNullElse(absolute(environment, variable), otherwise).resolve(NAME);
  }

  /** The folder that a variable names. A relative one is ignored, as the XDG rules say. */
  private static @Nullable Path absolute(Map<String, String> environment, String variable) {
    String value = environment.get(variable);
    if (value == null || value.isBlank()) {
      return null;
    }
    Path path = Path.of(value);
    return path.isAbsolute() ? path : null;
  }
}
