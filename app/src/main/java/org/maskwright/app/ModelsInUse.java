package org.maskwright.app;

import java.util.List;
import java.util.function.Consumer;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.proposal.Predictions;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.train.Around;

/** Lets what was trained be seen: drafts among the models, a promoted model in every pane. */
record ModelsInUse(
    Proposals proposals, Predictions predictions, Tasks tasks, Consumer<Exception> failed)
    implements Around.ModelNews {

  @Override
  public void made() {
    proposals.refreshModels();
  }

  @Override
  public void promoted(String hash) {
    tasks.start(
        progress -> predictions.models(), new Outcome<>(models -> use(models, hash), failed));
  }

  private void use(List<KnownModel> models, String hash) {
    proposals.refreshModels();
    models.stream()
        .filter(model -> model.hash().equals(hash))
        .findFirst()
        .ifPresent(model -> proposals.modelProperty().set(java.util.Optional.of(model)));
  }
}
