package org.maskwright.protocol;

import org.maskwright.data.problem.ProblemCode;

/** What can go wrong between window and engine. */
public enum ProtocolProblem implements ProblemCode {
  TOKEN_WRONG(
      "The engine does not let this window in: the token is missing or wrong. Give both the same"
          + " token file."),
  CONTRACT_DIFFERS(
      "The engine is Maskwright {0} and the window is Maskwright {1}; they do not understand each"
          + " other. Update the older one."),
  MALFORMED("The engine did not understand the request: {0}."),
  MESSAGE_TOO_LARGE("A message of more than {0} bytes was refused. Send the image smaller."),
  UNFORESEEN("Something unexpected happened in the engine: {0}. Its log has the details."),
  ENGINE_GONE("The engine does not answer: {0}."),
  ANSWER_BAD("The engine answered with something that makes no sense: {0}. Update both programs."),
  READY_FILE_BAD("{0} does not say how to reach the engine. Start the engine anew."),
  TOKEN_FILE_BAD("{0} holds no token: one line of {1} to {2} printable characters is wanted."),
  TOKEN_FILE_OPEN("{0} can be read by others. Take that right away from them: chmod 600."),
  PLAINTEXT_REFUSED(
      "{0} is reached over a network, so everything said there has to be encrypted. Give"
          + " --tls-cert and --tls-key, or listen on 127.0.0.1."),
  LISTEN_BAD("\"{0}\" is no place to listen at: give HOST:PORT, such as 0.0.0.0:7700."),
  TLS_UNUSABLE("{0} and {1} cannot be used as certificate and key: {2}."),
  TRUST_UNUSABLE("{0} cannot be used as the certificate of an authority: {1}."),
  FINGERPRINT_CHANGED(
      "The engine at {0} shows another certificate than before. Trust the new one only if it was"
          + " replaced on purpose; otherwise somebody may be listening.");

  private final String english;

  ProtocolProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
