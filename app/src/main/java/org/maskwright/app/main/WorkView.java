package org.maskwright.app.main;

import javafx.scene.control.SplitPane;
import org.maskwright.app.compare.EditorView;
import org.maskwright.app.compare.EditorViewModel;
import org.maskwright.app.project.ImageListView;
import org.maskwright.app.project.ImageListViewModel;
import org.maskwright.app.text.Texts;

/** The page on which one works: the list of images and the editor. */
public final class WorkView extends SplitPane {

  private static final double LIST_SHARE = 0.2;

  private final EditorView editor;

  public WorkView(ImageListViewModel images, EditorViewModel editorModel, Texts texts) {
    editor = new EditorView(editorModel, texts);
    ImageListView list = new ImageListView(images, texts);
    getItems().addAll(list, editor);
    setDividerPositions(LIST_SHARE);
    SplitPane.setResizableWithParent(list, false);
  }

  /** Shows the whole image. */
  public void fit() {
    editor.viewport().fit();
  }

  /** Shows one image pixel a view pixel. */
  public void fullSize() {
    editor.viewport().zoomTo(1);
  }

  /** While on, dragging moves the image. */
  public void pan(boolean on) {
    editor.input().panningProperty().set(on);
  }
}
