package org.maskwright.data.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.proposal.ClassMap.Entry;
import org.maskwright.data.proposal.ClassMap.Use;

class ClassMapTest {

  private static LabelScheme scheme(String... names) throws IOException {
    return LabelScheme.ofNames(List.of(names));
  }

  private static List<Integer> firstOf(byte[] table, int count) {
    List<Integer> first = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      first.add(table[i] & 0xFF);
    }
    return first;
  }

  @Test
  void guessesByNameHoweverItIsWritten() throws IOException {
    LabelScheme project = scheme("Hintergrund", "Potted Plants", "airplane", "crack");

    ClassMap map =
        ClassMap.guess(
            Home.MODEL, List.of("background", "aeroplane", "pottedplant", "sheep"), project);

    assertThat(map.entries())
        .containsExactly(
            Entry.into("background", 0),
            Entry.into("aeroplane", 2),
            Entry.into("pottedplant", 1),
            Entry.of("sheep", Use.OPEN));
    assertThat(map.isOpen()).isTrue();
  }

  @Test
  void whatIsOpenOrIgnoredIsNeverTaken() throws IOException {
    LabelScheme project = scheme("background", "cat");
    ClassMap map =
        ClassMap.guess(Home.MODEL, List.of("background", "cat", "dog", "cow"), project)
            .with(3, Use.IGNORED);

    assertThat(firstOf(map.table(project), 5))
        .containsExactly(0, 1, LabelMask.IGNORE, LabelMask.IGNORE, LabelMask.IGNORE);
  }

  @Test
  void classesThatWereMergedOrRetiredSinceAreFollowedOrLeftOut() throws IOException {
    LabelScheme project = scheme("background", "cat", "dog", "pet");
    ClassMap map = ClassMap.guess(Home.MODEL, List.of("bg", "cat", "dog"), project);

    assertThat(firstOf(map.table(project.merge(1, 3).retire(2, true)), 3))
        .containsExactly(0, 3, LabelMask.IGNORE);
  }

  @Test
  void severalClassesOfAModelMayBeOneOfTheProject() throws IOException {
    LabelScheme project = scheme("background", "animal");
    ClassMap map =
        ClassMap.guess(Home.MODEL, List.of("background", "cat", "dog"), project)
            .into(1, 1)
            .into(2, 1);

    assertThat(map.isOpen()).isFalse();
    assertThat(map.modelClasses(1, project)).containsExactly(1, 2);
    assertThat(map.modelClasses(0, project)).containsExactly(0);
  }

  @Test
  void addedClassesComeToTheProjectOnce() throws IOException {
    LabelScheme project = scheme("background", "cat");
    ClassMap map =
        ClassMap.guess(Home.MODEL, List.of("background", "cow", "Cat"), project)
            .with(1, Use.ADDED)
            .with(2, Use.ADDED);

    ClassMap.Settled settled = map.settle(project);

    assertThat(settled.scheme()).isEqualTo(project.add("cow"));
    assertThat(settled.map().entries())
        .containsExactly(Entry.into("background", 0), Entry.into("cow", 2), Entry.into("Cat", 1));
  }

  @Test
  void aRetiredNamesakeIsNotGuessed() throws IOException {
    LabelScheme project = scheme("background", "cat").retire(1, true);

    assertThat(ClassMap.guess(Home.MODEL, List.of("cat"), project).entries())
        .containsExactly(Entry.of("cat", Use.OPEN));
  }
}
