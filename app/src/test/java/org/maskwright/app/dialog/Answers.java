package org.maskwright.app.dialog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A person whose answers are known beforehand; what they were asked is kept. */
public final class Answers implements Dialogs {

  private final List<String> asked = new ArrayList<>();
  private Optional<Path> path = Optional.empty();
  private boolean sure;
  private OptionalInt choice = OptionalInt.empty();

  /** Closes every dialog. */
  public static Answers nobody() {
    return new Answers();
  }

  public Answers choosing(Path chosen) {
    path = Optional.of(chosen);
    return this;
  }

  public Answers confirming(boolean answer) {
    sure = answer;
    return this;
  }

  /** Takes so many-th of the ways to go on, from 0. */
  public Answers taking(int way) {
    choice = OptionalInt.of(way);
    return this;
  }

  public List<String> asked() {
    return asked;
  }

  @Override
  public Optional<Path> chooseFolder(String title, Optional<Path> start) {
    asked.add(title);
    return path;
  }

  @Override
  public Optional<Path> chooseFile(String title, Optional<Path> start) {
    asked.add(title);
    return path;
  }

  @Override
  public Optional<Path> saveFile(String title, Optional<Path> start, String name) {
    asked.add(title);
    return path;
  }

  @Override
  public boolean confirm(String title, String explanation, String action) {
    asked.add(title);
    return sure;
  }

  @Override
  public OptionalInt choose(String title, String explanation, List<String> actions) {
    asked.add(title);
    return choice;
  }
}
