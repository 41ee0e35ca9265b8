package org.maskwright.protocol.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.Token;

/** Builds the connection to an engine: encryption, token, limits. */
final class EngineChannel {

  private static final int KEEP_ALIVE_SECONDS = 20;

  private EngineChannel() {}

  static ManagedChannel open(EngineAddress address) throws IOException {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(address.host(), address.port())
            .maxInboundMessageSize(Contract.MAX_MESSAGE_BYTES)
            .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .intercept(new Pass(address.token()))
            // A proxy of the machine's is for the web; it would see a window's own engine, too.
            .proxyDetector(target -> null);
    if (address.trust() instanceof Trust.Loopback) {
      if (!InetAddress.getByName(address.host()).isLoopbackAddress()) {
        throw DataException.of(ProtocolProblem.PLAINTEXT_REFUSED, address.host());
      }
      builder.usePlaintext();
    } else {
      builder.sslContext(context(address));
    }
    return builder.build();
  }

  private static SslContext context(EngineAddress address) throws IOException {
    SslContextBuilder builder = GrpcSslContexts.forClient();
    if (address.trust() instanceof Trust.Authority authority) {
      try {
        return builder.trustManager(authority.certificate().toFile()).build();
      } catch (IllegalArgumentException | SSLException e) {
        throw new DataException(
            Problem.of(
                ProtocolProblem.TRUST_UNUSABLE,
                authority.certificate(),
                String.valueOf(e.getMessage())),
            e);
      }
    }
    if (address.trust() instanceof Trust.FirstUse first) {
      builder.trustManager(new FirstUseManager(address.toString(), first.known()));
    }
    return builder.build();
  }

  /** Shows the token with every call. */
  private record Pass(Token token) implements ClientInterceptor {

    @Override
    public <A, B> ClientCall<A, B> interceptCall(
        MethodDescriptor<A, B> method, CallOptions options, Channel next) {
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        public void start(Listener<B> listener, Metadata headers) {
          token.attach(headers);
          super.start(listener, headers);
        }
      };
    }
  }
}
