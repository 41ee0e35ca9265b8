package org.maskwright.protocol;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.protocol.wire.Refusal;

/** Carries typed problems across the wire, so that the window can say them in its language. */
public final class Refusals {

  private static final Metadata.Key<Refusal> TRAILER =
      Metadata.Key.of(
          "maskwright-refusal-bin", ProtoUtils.metadataMarshaller(Refusal.getDefaultInstance()));

  private Refusals() {}

  /** What the engine answers when this went wrong. */
  public static StatusRuntimeException status(Throwable reason) {
    if (reason instanceof StatusRuntimeException known) {
      return known;
    }
    if (reason instanceof CancellationException) {
      return Status.CANCELLED.withDescription("cancelled").asRuntimeException();
    }
    if (reason instanceof DataException data) {
      return status(Status.FAILED_PRECONDITION, data.problem());
    }
    return status(
        Status.INTERNAL, Problem.of(ProtocolProblem.UNFORESEEN, reason.getClass().getSimpleName()));
  }

  public static StatusRuntimeException status(Status kind, Problem problem) {
    Metadata trailers = new Metadata();
    trailers.put(TRAILER, wire(problem));
    return kind.withDescription(problem.english()).asRuntimeException(trailers);
  }

  /** A problem as it is written to the wire and to files. */
  public static Refusal wire(Problem problem) {
    Refusal.Builder refusal =
        Refusal.newBuilder().setKey(problem.code().key()).setSentence(problem.code().english());
    for (Object argument : problem.arguments()) {
      Refusal.Argument.Builder value = refusal.addArgumentsBuilder();
      if (argument instanceof Double || argument instanceof Float) {
        value.setNumber(((Number) argument).doubleValue());
      } else if (argument instanceof Number number) {
        value.setWhole(number.longValue());
      } else {
        value.setText(String.valueOf(argument));
      }
    }
    return refusal.build();
  }

  /** The problem that the other side told, checked as hostile. */
  public static Problem problem(Refusal refusal) {
    List<Object> arguments = new ArrayList<>();
    for (Refusal.Argument argument : refusal.getArgumentsList()) {
      arguments.add(
          switch (argument.getValueCase()) {
            case WHOLE -> (Object) argument.getWhole();
            case NUMBER -> argument.getNumber();
            default -> RemoteCode.printable(argument.getText());
          });
    }
    return new Problem(RemoteCode.of(refusal.getKey(), refusal.getSentence()), arguments);
  }

  /** What a call that failed means to whoever made it. */
  public static IOException failure(StatusRuntimeException e) {
    Refusal refusal = e.getTrailers() == null ? null : e.getTrailers().get(TRAILER);
    if (refusal != null) {
      return new DataException(problem(refusal), e);
    }
    Status status = e.getStatus();
    Throwable cause = status.getCause();
    while (cause != null) {
      if (cause instanceof DataException ours) {
        return ours;
      }
      cause = cause.getCause();
    }
    return switch (status.getCode()) {
      case RESOURCE_EXHAUSTED ->
          new DataException(
              Problem.of(ProtocolProblem.MESSAGE_TOO_LARGE, Contract.MAX_MESSAGE_BYTES), e);
      default ->
          new DataException(
              Problem.of(ProtocolProblem.ENGINE_GONE, RemoteCode.printable(told(status))), e);
    };
  }

  private static String told(Status status) {
    return Objects.requireNonNullElse(status.getDescription(), status.getCode().name());
  }
}
