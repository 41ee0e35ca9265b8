package org.maskwright.app.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maskwright.data.exchange.ExportProfile;
import org.maskwright.data.exchange.ExportProfile.ClientClass;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;

/**
 * A profile that was read from a file, and what of it stays when something is chosen anew: the
 * client's own names and numbers, and options that the sheet does not show.
 *
 * @param name of its file
 */
record KeptProfile(String name, ExportProfile profile) {

  Map<String, String> options(String format, Map<String, String> chosen) {
    Map<String, String> all = new TreeMap<>();
    if (format.equals(profile.format())) {
      all.putAll(profile.options());
    }
    all.putAll(chosen);
    return all;
  }

  boolean takes(String className) {
    return profile.classes().isEmpty() || named().contains(className);
  }

  /** A class that the project lacks stays in the list, so that the look beforehand names it. */
  List<ClientClass> classes(LabelScheme scheme, Set<String> chosen) {
    if (profile.classes().isEmpty()) {
      return plain(scheme, chosen);
    }
    List<ClientClass> kept = new ArrayList<>();
    for (ClientClass each : profile.classes()) {
      if (chosen.contains(each.name()) || scheme.byName(each.name()).isEmpty()) {
        kept.add(each);
      }
    }
    Set<String> known = named();
    kept.addAll(
        plain(scheme, chosen).stream().filter(each -> !known.contains(each.name())).toList());
    return kept;
  }

  /** Under the numbers and names that they have in the project. */
  static List<ClientClass> plain(LabelScheme scheme, Set<String> chosen) {
    return scheme.classes().stream()
        .filter(label -> chosen.contains(label.name()))
        .map(KeptProfile::plain)
        .toList();
  }

  private static ClientClass plain(LabelClass label) {
    return new ClientClass(label.name(), label.index(), label.name());
  }

  private Set<String> named() {
    return profile.classes().stream().map(ClientClass::name).collect(Collectors.toSet());
  }

  /** In few words which images it takes; empty if all. */
  String images() {
    return Stream.concat(
            profile.filter().states().stream().map(state -> state.id()),
            profile.filter().splits().stream())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
