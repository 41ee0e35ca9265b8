package org.maskwright.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;

/** What a window says to eyes and ears. */
final class SpokenTexts {

  private SpokenTexts() {}

  /** The texts of one language that are left on show although another one is spoken. */
  static Set<String> in(Parent root, Language left, Language spoken) {
    List<String> shown = new ArrayList<>();
    collect(root, shown);
    Set<String> found = new TreeSet<>(shown);
    found.retainAll(onlyIn(left, spoken));
    return found;
  }

  /** Without those that need arguments, and those that both languages have. */
  private static Set<String> onlyIn(Language language, Language other) {
    Texts texts = new Texts(language);
    Texts others = new Texts(other);
    ResourceBundle all = ResourceBundle.getBundle("org.maskwright.app.text.messages");
    Set<String> own = new TreeSet<>();
    Set<String> foreign = new TreeSet<>();
    for (Enumeration<String> keys = all.getKeys(); keys.hasMoreElements(); ) {
      String key = keys.nextElement();
      own.add(texts.get(key));
      foreign.add(others.get(key));
    }
    own.removeAll(foreign);
    return own;
  }

  private static void collect(Node node, Collection<String> into) {
    if (!node.isVisible()) {
      return;
    }
    add(node.getAccessibleText(), into);
    if (node instanceof Labeled labeled) {
      add(labeled.getText(), into);
    }
    if (node instanceof TextInputControl input) {
      add(input.getPromptText(), into);
    }
    if (node instanceof Control control && control.getTooltip() != null) {
      add(control.getTooltip().getText(), into);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }

  private static void add(@Nullable String text, Collection<String> into) {
    if (text != null && !text.isBlank()) {
      into.add(text);
    }
  }
}
