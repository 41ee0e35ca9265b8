package org.maskwright.network.server;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import org.maskwright.network.server.call.Answering;
import org.maskwright.network.server.call.LogSource;
import org.maskwright.network.server.call.Pump;
import org.maskwright.network.server.job.JobNewsSource;
import org.maskwright.protocol.wire.AttendRequest;
import org.maskwright.protocol.wire.ComparePart;
import org.maskwright.protocol.wire.CompareRequest;
import org.maskwright.protocol.wire.ControlJobRequest;
import org.maskwright.protocol.wire.EndReply;
import org.maskwright.protocol.wire.EndRequest;
import org.maskwright.protocol.wire.EngineActivity;
import org.maskwright.protocol.wire.EngineGrpc;
import org.maskwright.protocol.wire.EvaluatePart;
import org.maskwright.protocol.wire.EvaluateRequest;
import org.maskwright.protocol.wire.FindMissingReply;
import org.maskwright.protocol.wire.FindMissingRequest;
import org.maskwright.protocol.wire.GetChunkReply;
import org.maskwright.protocol.wire.GetChunkRequest;
import org.maskwright.protocol.wire.HelloReply;
import org.maskwright.protocol.wire.HelloRequest;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobNews;
import org.maskwright.protocol.wire.ListJobsReply;
import org.maskwright.protocol.wire.ListJobsRequest;
import org.maskwright.protocol.wire.ListModelsReply;
import org.maskwright.protocol.wire.ListModelsRequest;
import org.maskwright.protocol.wire.ListNetworksReply;
import org.maskwright.protocol.wire.ListNetworksRequest;
import org.maskwright.protocol.wire.LogLines;
import org.maskwright.protocol.wire.MakeModelPart;
import org.maskwright.protocol.wire.MakeModelRequest;
import org.maskwright.protocol.wire.PredictPart;
import org.maskwright.protocol.wire.PredictRequest;
import org.maskwright.protocol.wire.ProbeReply;
import org.maskwright.protocol.wire.ProbeRequest;
import org.maskwright.protocol.wire.PutChunkReply;
import org.maskwright.protocol.wire.PutChunkRequest;
import org.maskwright.protocol.wire.SeeObjectReply;
import org.maskwright.protocol.wire.SeeObjectRequest;
import org.maskwright.protocol.wire.SubmitJobRequest;
import org.maskwright.protocol.wire.WatchJobRequest;
import org.maskwright.protocol.wire.WatchLogRequest;

/** Hands each call to the part of the engine that it is for. */
final class EngineService extends EngineGrpc.EngineImplBase {

  private final Engine engine;
  private final Answering answering;

  EngineService(Engine engine) {
    this.engine = engine;
    this.answering = engine.answering();
  }

  private static <T> ServerCallStreamObserver<T> call(StreamObserver<T> observer) {
    return (ServerCallStreamObserver<T>) observer;
  }

  @Override
  public void hello(HelloRequest request, StreamObserver<HelloReply> observer) {
    engine.attendance().knock(observer);
    try {
      answering.answer(observer, () -> engine.introduction().answer(request));
    } finally {
      engine.attendance().leave(observer);
    }
  }

  @Override
  public void attend(AttendRequest request, StreamObserver<EngineActivity> observer) {
    Attendance attendance = engine.attendance();
    attendance.enter(observer);
    new Pump<>(call(observer), answering, engine.activity().changes())
        .start(engine.activity().listeners(), () -> attendance.leave(observer));
  }

  @Override
  public void end(EndRequest request, StreamObserver<EndReply> observer) {
    answering.answer(
        observer,
        () -> {
          engine.askToEnd();
          return EndReply.getDefaultInstance();
        });
  }

  @Override
  public void listModels(ListModelsRequest request, StreamObserver<ListModelsReply> observer) {
    answering.answer(
        observer,
        () ->
            ListModelsReply.newBuilder()
                .addAllModels(engine.shelf().list(request.getAlsoList()))
                .build());
  }

  @Override
  public void listNetworks(
      ListNetworksRequest request, StreamObserver<ListNetworksReply> observer) {
    answering.answer(observer, () -> NetworkList.of(request));
  }

  @Override
  public void makeModel(MakeModelRequest request, StreamObserver<MakeModelPart> observer) {
    engine.networks().make(request, call(observer));
  }

  @Override
  public void predict(PredictRequest request, StreamObserver<PredictPart> observer) {
    engine.predictions().predict(request, call(observer));
  }

  @Override
  public void probe(ProbeRequest request, StreamObserver<ProbeReply> observer) {
    answering.answer(observer, () -> engine.memory().probe(request));
  }

  @Override
  public void seeObject(SeeObjectRequest request, StreamObserver<SeeObjectReply> observer) {
    engine.clicks().see(request, call(observer));
  }

  @Override
  public void evaluate(EvaluateRequest request, StreamObserver<EvaluatePart> observer) {
    engine.evaluations().evaluate(request, call(observer));
  }

  @Override
  public void compare(CompareRequest request, StreamObserver<ComparePart> observer) {
    engine.evaluations().compare(request, call(observer));
  }

  @Override
  public void submitJob(SubmitJobRequest request, StreamObserver<Job> observer) {
    answering.answer(observer, () -> engine.jobs().submit(request));
  }

  @Override
  public void controlJob(ControlJobRequest request, StreamObserver<Job> observer) {
    answering.answer(observer, () -> engine.jobs().control(request));
  }

  @Override
  public void listJobs(ListJobsRequest request, StreamObserver<ListJobsReply> observer) {
    answering.answer(
        observer, () -> ListJobsReply.newBuilder().addAllJobs(engine.book().list()).build());
  }

  @Override
  public void watchJob(WatchJobRequest request, StreamObserver<JobNews> observer) {
    answering.guard(
        observer,
        () ->
            new Pump<>(call(observer), answering, new JobNewsSource(engine.book(), request))
                .start(engine.book().listeners(), () -> {}));
  }

  @Override
  public void findMissing(FindMissingRequest request, StreamObserver<FindMissingReply> observer) {
    answering.answer(observer, () -> engine.deliveries().missing(request));
  }

  @Override
  public void putChunk(PutChunkRequest request, StreamObserver<PutChunkReply> observer) {
    answering.answer(observer, () -> engine.deliveries().put(request));
  }

  @Override
  public void getChunk(GetChunkRequest request, StreamObserver<GetChunkReply> observer) {
    answering.answer(observer, () -> engine.deliveries().get(request));
  }

  @Override
  public void watchLog(WatchLogRequest request, StreamObserver<LogLines> observer) {
    new Pump<>(call(observer), answering, new LogSource(engine.log(), request.getFollow()))
        .start(engine.log().listeners(), () -> {});
  }
}
