package org.maskwright.protocol.server;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Objects;
import org.maskwright.data.problem.Problem;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.Refusals;
import org.maskwright.protocol.Token;

/** Turns away whoever lacks the token, before a byte of the message is read. */
final class TokenGate implements ServerInterceptor {

  private final Token token;

  TokenGate(Token token) {
    this.token = token;
  }

  @Override
  public <A, B> ServerCall.Listener<A> interceptCall(
      ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
    if (token.matches(headers.get(Token.HEADER))) {
      return next.startCall(call, headers);
    }
    StatusRuntimeException refused =
        Refusals.status(Status.UNAUTHENTICATED, Problem.of(ProtocolProblem.TOKEN_WRONG));
    call.close(
        refused.getStatus(), Objects.requireNonNullElseGet(refused.getTrailers(), Metadata::new));
    return new ServerCall.Listener<>() {};
  }
}
