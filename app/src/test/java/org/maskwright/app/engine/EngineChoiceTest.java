package org.maskwright.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.program.UserFolders;

class EngineChoiceTest {

  @TempDir private Path home;

  @Test
  void choiceIsThereAtTheNextStart() throws IOException {
    UserFolders folders = new UserFolders(home, home, home);
    EngineChoice own = new EngineChoice(Optional.empty());
    assertThat(EngineChoice.load(folders)).isEqualTo(own);
    EngineChoice other =
        new EngineChoice(
            Optional.of(
                new EngineChoice.Remote(
                    "gpu.example", 7700, Path.of("/token"), Optional.of(Path.of("/ca.pem")))));
    other.save(folders);
    assertThat(EngineChoice.load(folders)).isEqualTo(other);
    own.save(folders);
    assertThat(EngineChoice.load(folders)).isEqualTo(own);
  }
}
