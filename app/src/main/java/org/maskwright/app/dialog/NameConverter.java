package org.maskwright.app.dialog;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What a choice in a combo box is called; nobody types a name there. */
public final class NameConverter<T> extends StringConverter<T> {

  private final Function<T, String> name;

  public NameConverter(Function<T, String> name) {
    this.name = name;
  }

  @Override
  public String toString(@Nullable T value) {
    return value == null ? "" : name.apply(value);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("nobody types here");
  }
}
