package org.maskwright.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;

/** How the window's classes are told apart: by name, and by the package right under {@code app}. */
final class AppParts {

  /** Packages of the window that every feature may use; any other one is a feature. */
  private static final Set<String> SHARED =
      Set.of("canvas", "tool", "engine", "task", "dialog", "keys", "session", "text", "proposal");

  private static final String COMPOSER = "main";

  private AppParts() {}

  static DescribedPredicate<JavaClass> viewModels(String root) {
    return named(root, "ViewModel");
  }

  static DescribedPredicate<JavaClass> views(String root) {
    return named(root, "View");
  }

  /** Classes of that name, and the classes inside them. */
  private static DescribedPredicate<JavaClass> named(String root, String suffix) {
    return describe(
        "are a " + suffix,
        c ->
            c.getPackageName().startsWith(root + ".app")
                && outermost(c).getSimpleName().endsWith(suffix));
  }

  private static JavaClass outermost(JavaClass inner) {
    JavaClass outer = inner;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  static ArchCondition<JavaClass> useNoOtherFeature(String root) {
    return new ArchCondition<>("use no other feature") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        Optional<String> own = feature(root, user);
        if (own.isEmpty() || own.get().equals(COMPOSER)) {
          return;
        }
        for (Dependency use : user.getDirectDependenciesFromSelf()) {
          Optional<String> used = feature(root, use.getTargetClass());
          if (used.isPresent() && !used.equals(own)) {
            events.add(SimpleConditionEvent.violated(user, use.getDescription()));
          }
        }
      }
    };
  }

  /** The feature that a class belongs to; the root of {@code app} and what is shared have none. */
  private static Optional<String> feature(String root, JavaClass c) {
    String app = root + ".app.";
    if (!c.getPackageName().startsWith(app)) {
      return Optional.empty();
    }
    String below = c.getPackageName().substring(app.length());
    int dot = below.indexOf('.');
    String name = dot < 0 ? below : below.substring(0, dot);
    return SHARED.contains(name) ? Optional.empty() : Optional.of(name);
  }
}
