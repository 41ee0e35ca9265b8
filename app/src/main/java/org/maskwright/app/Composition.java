package org.maskwright.app;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import org.maskwright.app.accept.AcceptViewModel;
import org.maskwright.app.accept.BatchViewModel;
import org.maskwright.app.classes.ClassesViewModel;
import org.maskwright.app.compare.CompareViewModel;
import org.maskwright.app.compare.EditorViewModel;
import org.maskwright.app.compare.EngineSignViewModel;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.main.EngineModels;
import org.maskwright.app.main.MainViewModel;
import org.maskwright.app.main.ProposalModels;
import org.maskwright.app.main.WorkModels;
import org.maskwright.app.project.CurtainViewModel;
import org.maskwright.app.project.ImageListViewModel;
import org.maskwright.app.project.ProjectThumbnails;
import org.maskwright.app.project.Thumbnails;
import org.maskwright.app.proposal.ClosedImages;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.queue.QueueServices;
import org.maskwright.app.queue.QueueViewModel;
import org.maskwright.app.review.ProgressViewModel;
import org.maskwright.app.review.ReviewViewModel;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.ToolServices;
import org.maskwright.app.validate.ValidateViewModel;
import org.maskwright.data.label.Region;
import org.maskwright.data.project.Project;
import org.maskwright.data.queue.EvidenceBook;

/** Puts together what there is to show and to do while a project is open. */
final class Composition {

  /** A moment, to a person who pans or zooms. */
  private static final long STILL_MILLIS = 150;

  private final Services services;
  private final Dialogs dialogs;
  private final MainViewModel model;
  private final Sheets sheets;

  Composition(Services services, Dialogs dialogs, MainViewModel model, Sheets sheets) {
    this.services = services;
    this.dialogs = dialogs;
    this.model = model;
    this.sheets = sheets;
  }

  WorkModels of(ProjectSession opened) {
    Texts texts = services.texts();
    ObjectProperty<Settings> settings = services.settings();
    Thumbnails thumbnails = thumbnails(opened.project());
    Painting painting = new Painting(opened.schemeProperty(), settings);
    Proposals proposals = proposals(opened);
    ToolServices tools =
        new ToolServices(
            services.toolTasks(),
            STILL_MILLIS,
            model::failed,
            proposals::sourceMask,
            services.objects(),
            services.clickMemory(opened.project(), model::failed));
    EditorViewModel editor = new EditorViewModel(opened, painting, settings, texts, tools);
    var around = new ClassesViewModel.Around(settings, services.tasks(), dialogs, texts);
    return new WorkModels(
        new ImageListViewModel(opened, thumbnails, services.tasks(), texts),
        editor,
        new ClassesViewModel(opened, painting, around),
        new ValidateViewModel(opened, painting, dialogs, texts, editor.viewport()::lookAt),
        new CurtainViewModel(opened, thumbnails, texts),
        new ProgressViewModel(opened, settings, dialogs, texts, model::failed),
        new ReviewViewModel(opened),
        new EngineModels(
            new EngineSignViewModel(services.engine(), dialogs, texts),
            services.training(opened, proposals, dialogs, model::failed)),
        proposed(opened, painting, proposals, editor, tools, thumbnails));
  }

  private ProposalModels proposed(
      ProjectSession opened,
      Painting painting,
      Proposals proposals,
      EditorViewModel editor,
      ToolServices tools,
      Thumbnails thumbnails) {
    Texts texts = services.texts();
    CompareViewModel compare =
        new CompareViewModel(opened, painting, proposals, editor, texts, tools);
    compare.remember(services.settings());
    EvidenceBook book = new EvidenceBook(opened.project());
    ClosedImages images = services.closedImages(opened.project());
    QueueServices queue =
        new QueueServices(
            opened, proposals, images, book, services.projectWork(), services.tasks(), texts);
    return new ProposalModels(
        compare,
        accepting(opened, painting, proposals, editor),
        new BatchViewModel(opened, painting, proposals, images, book, texts),
        new QueueViewModel(queue, thumbnails::ask, eyes(editor), System::nanoTime));
  }

  /** Another day begins with the model that was asked last. */
  private Proposals proposals(ProjectSession opened) {
    ObjectProperty<Settings> settings = services.settings();
    Path home = opened.project().folder().home();
    Proposals proposals = services.proposals(opened);
    proposals.prefer(settings.get().lastModel(home));
    proposals
        .modelProperty()
        .addListener(
            (o, before, now) ->
                now.ifPresent(
                    model -> settings.set(settings.get().withLastModel(home, model.hash()))));
    return proposals;
  }

  private static QueueViewModel.Eyes eyes(EditorViewModel editor) {
    return new QueueViewModel.Eyes() {
      @Override
      public Region visible() {
        return editor.viewport().visible();
      }

      @Override
      public void lookAt(Region place) {
        editor.viewport().lookAt(place);
      }
    };
  }

  private AcceptViewModel accepting(
      ProjectSession opened, Painting painting, Proposals proposals, EditorViewModel editor) {
    return new AcceptViewModel(
        opened,
        painting,
        proposals,
        editor.bench(),
        new AcceptViewModel.Around(
            services.tasks(),
            services.texts(),
            editor.tools(),
            model::say,
            model::failed,
            sheets::decideClasses));
  }

  private Thumbnails thumbnails(Project project) {
    return new Thumbnails(services.tasks(), new ProjectThumbnails(project, services.thumbnails()));
  }
}
