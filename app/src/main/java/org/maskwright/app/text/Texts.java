package org.maskwright.app.text;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.ResourceBundle;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;

/** The texts of the window in its present language. Whoever binds to one follows a change. */
public final class Texts {

  private static final String BUNDLE = "org.maskwright.app.text.messages";

  private final ObjectProperty<Language> language;
  private final ObservableValue<ResourceBundle> bundle;

  public Texts(Language first) {
    language = new SimpleObjectProperty<>(first);
    bundle = language.map(Texts::load);
  }

  private static ResourceBundle load(Language language) {
    // Without the control a missing language would fall back to the machine's, not to English.
    return ResourceBundle.getBundle(
        BUNDLE,
        language.locale(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  /** The text now. */
  public String get(String key, Object... arguments) {
    return format(bundle.getValue(), key, arguments);
  }

  /** The text in whatever language is chosen. */
  public ObservableValue<String> observe(String key, Object... arguments) {
    return bundle.map(texts -> format(texts, key, arguments));
  }

  /** The sentence for a problem; in English as long as nobody translated it. */
  public String get(Problem problem) {
    String key = "problem." + problem.code().key();
    ResourceBundle texts = bundle.getValue();
    return texts.containsKey(key)
        ? format(texts, key, problem.arguments().toArray())
        : problem.english();
  }

  /** Says why something did not work; what nobody foresaw is said with its own message. */
  public String reason(Exception failure) {
    if (failure instanceof DataException known) {
      return get(known.problem());
    }
    String key = failure instanceof IOException ? "main.failed" : "main.unforeseen";
    return get(key, String.valueOf(failure.getMessage()));
  }

  private static String format(ResourceBundle texts, String key, Object... arguments) {
    String pattern = texts.getString(key);
    if (arguments.length == 0) {
      return pattern;
    }
    Object[] shown =
        Arrays.stream(arguments).map(a -> a instanceof Number ? a : String.valueOf(a)).toArray();
    return new MessageFormat(pattern, texts.getLocale()).format(shown);
  }
}
