package org.maskwright.data.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final byte[] CERTAIN = new byte[10];

  private static byte[] classes(String digits) {
    byte[] classes = new byte[digits.length()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (byte) (digits.charAt(i) - '0');
    }
    return classes;
  }

  private static Evidence evidence(String... variants) {
    return Evidence.of(
        "m", 4, List.of(variants).stream().map(EvidenceTest::classes).toList(), CERTAIN, 0);
  }

  @Test
  void twoOfThreeIsHalfADispute() {
    Evidence evidence = evidence("0000000000", "1000000000", "1200000000");

    assertThat(evidence.disputed()).isEqualTo(0.1, within(1e-9));
    assertThat(evidence.disputes()).containsExactly(0.1, 0.05, 0.05, 0.0);
    assertThat(evidence.shares()).containsExactly(0.8, 0.1, 0.1, 0.0);
  }

  @Test
  void threeOpinionsAreAWholeOne() {
    assertThat(evidence("0000000000", "1000000000", "2000000000").disputed())
        .isEqualTo(0.1, within(1e-9));
  }

  @Test
  void oneVariantDisputesNothing() {
    assertThat(evidence("0101010101").disputed()).isZero();
  }

  @Test
  void aSmallUnsureObjectCountsInALargeCertainImage() {
    byte[] entropy = new byte[100];
    for (int i = 0; i < 10; i++) {
      entropy[i] = (byte) 255;
    }
    Evidence evidence = Evidence.of("m", 1, List.of(new byte[100]), entropy, 0);

    assertThat(evidence.unsure()).isEqualTo(1);
  }

  @Test
  void disputesAboutClassesThatTheProjectLacksDoNotCount() {
    Evidence evidence = evidence("0000000000", "1000000000", "1200000000");
    Rarity rarity = Rarity.in(List.of(evidence));

    assertThat(rarity.main(evidence, label -> label == 2)).isEqualTo(2);
    assertThat(rarity.score(evidence, label -> label == 3)).isZero();
  }

  @Test
  void aDisputeAboutARareClassWeighsMore() {
    Evidence common = evidence("0000000000", "0000000000", "1110000000");
    Evidence rare = evidence("1111100000", "1111100000", "1111100002");
    Evidence plain = evidence("1111100000", "1111100000", "1111100000");
    Rarity rarity = Rarity.in(List.of(common, rare, plain, plain, plain));
    IntPredicate any = label -> true;

    assertThat(rarity.score(rare, any) / rare.disputed())
        .isGreaterThan(rarity.score(common, any) / common.disputed());
    assertThat(rarity.main(rare, any)).isEqualTo(2);
    assertThat(rarity.main(plain, any)).isEqualTo(-1);
    assertThat(rarity.score(plain, any)).isZero();
  }
}
