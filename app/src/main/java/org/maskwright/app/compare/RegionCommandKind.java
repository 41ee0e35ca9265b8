package org.maskwright.app.compare;

import java.util.List;
import java.util.Optional;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.region.RegionChange;
import org.maskwright.data.region.RegionCommands;

/** The commands on regions, each with its number if it takes one. */
public enum RegionCommandKind {
  FILL_HOLES {
    @Override
    RegionChange run(RegionCommands commands, Given given) {
      return commands.fillHoles();
    }
  },
  REMOVE_SPECKS(1, 5000, 50) {
    @Override
    RegionChange run(RegionCommands commands, Given given) {
      return commands.removeSpecks(given.number());
    }
  },
  KEEP_LARGEST {
    @Override
    RegionChange run(RegionCommands commands, Given given) {
      return commands.keepLargest();
    }
  },
  GROW(1, 50, 2) {
    @Override
    RegionChange run(RegionCommands commands, Given given) {
      return commands.grow(given.number());
    }
  },
  SHRINK(1, 50, 2) {
    @Override
    RegionChange run(RegionCommands commands, Given given) {
      return commands.shrink(given.number());
    }
  },
  SMOOTH(1, 25, 3) {
    @Override
    RegionChange run(RegionCommands commands, Given given) {
      return commands.smooth(given.number());
    }
  },
  FILL_REST {
    @Override
    RegionChange run(RegionCommands commands, Given given) {
      return commands.fillRest(given.label());
    }
  },
  COPY_PREVIOUS {
    @Override
    RegionChange run(RegionCommands commands, Given given) throws DataException {
      Optional<LabelMask> other = given.other();
      return other.isEmpty() ? new RegionChange(List.of()) : commands.copyFrom(other.get());
    }
  };

  private final int least;
  private final int most;
  private final int usual;

  RegionCommandKind() {
    this(0, 0, 0);
  }

  RegionCommandKind(int least, int most, int usual) {
    this.least = least;
    this.most = most;
    this.usual = usual;
  }

  /**
   * What a command is given.
   *
   * @param label the class to paint with
   * @param other the mask of the image before
   */
  record Given(int number, int label, Optional<LabelMask> other) {}

  abstract RegionChange run(RegionCommands commands, Given given) throws DataException;

  public boolean hasNumber() {
    return most > 0;
  }

  public int least() {
    return least;
  }

  public int most() {
    return most;
  }

  public int usual() {
    return usual;
  }

  /** False if it concerns pixels of no class. */
  public boolean hasScope() {
    return this != FILL_REST;
  }

  public String textKey() {
    return "region." + name();
  }
}
