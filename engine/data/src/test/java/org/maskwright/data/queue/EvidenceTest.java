package org.maskwright.data.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.queue.Evidence.Dispute;

class EvidenceTest {

  private static final byte[] CERTAIN = new byte[10];
  private static final byte[] AS_THEY_ARE = table(0, 1, 2, 3);

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

  private static byte[] table(int... meanings) {
    byte[] table = new byte[256];
    Arrays.fill(table, (byte) LabelMask.IGNORE);
    for (int i = 0; i < meanings.length; i++) {
      table[i] = (byte) meanings[i];
    }
    return table;
  }

  private static Disputed disputed(byte[] table, Evidence... images) {
    return Disputed.in(List.of(images), table);
  }

  @Test
  void disputesSayWhichClassesAreMeant() {
    Evidence evidence = evidence("0000000000", "1000000000", "1200000033");

    assertThat(evidence.disputes())
        .containsExactly(
            new Dispute(List.of(0, 3), 0.2),
            new Dispute(List.of(0, 1), 0.1),
            new Dispute(List.of(0, 2), 0.1));
    assertThat(evidence.shares()).containsExactly(0.6, 0.1, 0.1, 0.2);
  }

  @Test
  void twoOfThreeIsHalfADispute() {
    Evidence evidence = evidence("0000000000", "1000000000", "1200000000");

    assertThat(disputed(AS_THEY_ARE, evidence).share(evidence)).isEqualTo(0.1, within(1e-9));
  }

  @Test
  void threeOpinionsAreAWholeOne() {
    Evidence evidence = evidence("0000000000", "1000000000", "2000000000");

    assertThat(disputed(AS_THEY_ARE, evidence).share(evidence)).isEqualTo(0.1, within(1e-9));
  }

  @Test
  void oneVariantDisputesNothing() {
    Evidence evidence = evidence("0101010101");

    assertThat(disputed(AS_THEY_ARE, evidence).share(evidence)).isZero();
    assertThat(disputed(AS_THEY_ARE, evidence).main(evidence)).isEqualTo(-1);
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
    int none = LabelMask.IGNORE;

    assertThat(disputed(table(none, none, 2), evidence).main(evidence)).isEqualTo(2);
    assertThat(disputed(table(none, none, none, 3), evidence).score(evidence)).isZero();
    assertThat(disputed(table(none, none, none, 3), evidence).share(evidence)).isZero();
  }

  @Test
  void twoClassesThatAreOneInTheProjectDoNotDispute() {
    Evidence evidence = evidence("1111100000", "2222200000", "1111100003");
    Disputed asOne = disputed(table(0, 1, 1, 2), evidence);

    assertThat(asOne.share(evidence)).isEqualTo(0.05, within(1e-9));
    assertThat(asOne.main(evidence)).isEqualTo(2);
    assertThat(disputed(AS_THEY_ARE, evidence).share(evidence)).isEqualTo(0.3, within(1e-9));
  }

  @Test
  void aDisputeAboutARareClassWeighsMore() {
    Evidence common = evidence("0000000000", "0000000000", "1110000000");
    Evidence rare = evidence("1111100000", "1111100000", "1111100002");
    Evidence plain = evidence("1111100000", "1111100000", "1111100000");
    Disputed disputed = disputed(AS_THEY_ARE, common, rare, plain, plain, plain);

    assertThat(disputed.score(rare) / disputed.share(rare))
        .isGreaterThan(disputed.score(common) / disputed.share(common));
    assertThat(disputed.main(rare)).isEqualTo(2);
    assertThat(disputed.main(plain)).isEqualTo(-1);
    assertThat(disputed.score(plain)).isZero();
  }
}
