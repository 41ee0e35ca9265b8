package org.maskwright.network.server;

import com.google.protobuf.ByteString;
import io.grpc.stub.ServerCallStreamObserver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.click.Crop;
import org.maskwright.data.click.Evidence;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.click.ClickPredictor;
import org.maskwright.network.server.call.Answering;
import org.maskwright.network.server.call.CallProgress;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.Planes;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.wire.ImagePixels;
import org.maskwright.protocol.wire.SeeObjectReply;
import org.maskwright.protocol.wire.SeeObjectRequest;

/**
 * Looks for clicked objects, beside predictions and trainings: who clicks does not wait behind
 * them. The model that was asked last stays warm.
 */
final class ClickDesk implements AutoCloseable {

  private static final int MAX_WAITING = 16;
  private static final int MAX_CLICKS = 10_000;
  private static final float MOST = 255;

  private final ModelShelf shelf;
  private final CallQueue queue;
  private @Nullable Warm warm;

  /** A model that is loaded. */
  private record Warm(String hash, ClickPredictor predictor) {}

  ClickDesk(ModelShelf shelf, Activity activity, Answering answering) {
    this.shelf = shelf;
    this.queue = new CallQueue("clicks", MAX_WAITING, activity, answering);
  }

  void see(SeeObjectRequest request, ServerCallStreamObserver<SeeObjectReply> call) {
    queue.add(call, () -> answer(request, call));
  }

  private void answer(SeeObjectRequest request, ServerCallStreamObserver<SeeObjectReply> call)
      throws IOException {
    Progress progress = new CallProgress(call);
    progress.checkCancelled();
    Evidence.View view = view(request);
    ClickPredictor predictor = predictor(request.getModel(), progress);
    progress.checkCancelled();
    float[] probabilities = predictor.probabilities(view);
    byte[] plane = new byte[probabilities.length];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (byte) Math.round(probabilities[i] * MOST);
    }
    call.onNext(SeeObjectReply.newBuilder().setProbabilities(Planes.pack(plane)).build());
    call.onCompleted();
  }

  private ClickPredictor predictor(String hash, Progress progress) throws IOException {
    Warm known = warm;
    if (known != null && known.hash().equals(hash)) {
      return known.predictor();
    }
    ClickPredictor loaded =
        new ClickPredictor(
            ModelFile.load(shelf.find(hash), progress), ClickPredictor.Border.NETWORK);
    if (known != null) {
      known.predictor().close();
    }
    warm = new Warm(hash, loaded);
    return loaded;
  }

  private static Evidence.View view(SeeObjectRequest request) throws DataException {
    ImagePixels sent = request.getCrop();
    int width = sent.getWidth();
    int height = sent.getHeight();
    if (width < 1 || height < 1 || width > Contract.MAX_CROP_PIXELS / height) {
      throw malformed("a crop of " + width + " x " + height + " pixels");
    }
    int pixels = width * height;
    if (sent.getRgb().size() != 3 * pixels) {
      throw malformed(sent.getRgb().size() + " bytes for a crop of " + pixels + " pixels");
    }
    Crop crop = new Crop(new Region(0, 0, width, height), width, height);
    float[] previous = numbers(ByteString.copyFrom(Planes.unpack(request.getPrevious(), pixels)));
    for (int i = 0; i < previous.length; i++) {
      previous[i] /= MOST;
    }
    return new Evidence.View(crop, numbers(sent.getRgb()), clicks(request, crop.box()), previous);
  }

  private static float[] numbers(ByteString bytes) {
    float[] numbers = new float[bytes.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = bytes.byteAt(i) & 0xFF;
    }
    return numbers;
  }

  private static List<Click> clicks(SeeObjectRequest request, Region crop) throws DataException {
    if (request.getClicksCount() > MAX_CLICKS) {
      throw malformed(request.getClicksCount() + " clicks");
    }
    List<Click> clicks = new ArrayList<>();
    for (SeeObjectRequest.Click click : request.getClicksList()) {
      if (!crop.contains(click.getX(), click.getY())) {
        throw malformed("a click outside of the crop");
      }
      clicks.add(new Click(click.getX(), click.getY(), click.getPositive()));
    }
    return clicks;
  }

  private static DataException malformed(String what) {
    return DataException.of(ProtocolProblem.MALFORMED, what);
  }

  @Override
  public void close() {
    Warm known = warm;
    if (queue.close() && known != null) {
      known.predictor().close();
    }
  }
}
