package org.maskwright.app.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.problem.Problem;
import org.maskwright.protocol.ProtocolProblem;

/**
 * An engine on another machine shows another certificate than before.
 *
 * @param engine its address
 * @param before the fingerprint that is remembered
 * @param now the one that it shows, which a person may trust instead: that one and no other
 */
public record CertificateChange(String engine, String before, String now) {

  /** What a status tells about such a change, if that is what is wrong. */
  public static Optional<CertificateChange> in(EngineStatus status) {
    return status
        .problem()
        .filter(problem -> problem.code() == ProtocolProblem.FINGERPRINT_CHANGED)
        .map(Problem::arguments)
        .map(CertificateChange::of)
        .filter(change -> Sha256.isName(change.now));
  }

  private static CertificateChange of(List<Object> told) {
    return new CertificateChange(
        told.get(0).toString(), told.get(1).toString(), told.get(2).toString());
  }

  /** A fingerprint as programs for certificates print it. */
  public static String readable(String fingerprint) {
    return String.join(":", fingerprint.toUpperCase(Locale.ROOT).split("(?<=\\G..)"));
  }
}
