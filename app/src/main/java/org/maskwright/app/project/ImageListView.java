package org.maskwright.app.project;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maskwright.app.project.ImageListViewModel.Choice;
import org.maskwright.app.text.Texts;

/** The list of images, with what it can be searched, narrowed and sorted by. */
public final class ImageListView extends VBox {

  private static final double LINE_HEIGHT = 56;
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private final ImageListViewModel model;
  private final Texts texts;
  private final ListView<ImageLine> list = new ListView<>();
  private final TextField search = new TextField();
  private boolean following;

  public ImageListView(ImageListViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("image-list");
    getChildren().addAll(searchRow(), list, countRow());
    setUpList();
    list.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> chosen(now));
    model.selectionProperty().addListener(o -> follow());
    model.shown().addListener((ListChangeListener<ImageLine>) change -> follow());
    follow();
  }

  /** Puts the caret where images are searched for. */
  public void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private void setUpList() {
    Label none = new Label();
    model.countProperty().subscribe(count -> none.setText(model.noneText()));
    none.getStyleClass().add(Styles.TEXT_MUTED);
    none.setWrapText(true);
    list.setId("images");
    list.setPlaceholder(none);
    list.accessibleTextProperty().bind(texts.observe("images.list"));
    // One height for all lines: the list then knows where each lies without measuring it.
    list.setFixedCellSize(LINE_HEIGHT);
    list.setItems(model.shown());
    list.setCellFactory(view -> new LineCell(model));
    VBox.setVgrow(list, Priority.ALWAYS);
  }

  private HBox searchRow() {
    search.setId("imageFilter");
    search.promptTextProperty().bind(texts.observe("images.filter"));
    search.accessibleTextProperty().bind(texts.observe("images.filter"));
    search.textProperty().bindBidirectional(model.filterProperty());
    HBox.setHgrow(search, Priority.ALWAYS);
    MenuButton choose = menuButton("imageChoices", "mdi2f-filter-variant", "images.choose");
    fillOnShow(choose, this::choices);
    model.choosyProperty().subscribe(on -> choose.pseudoClassStateChanged(ACTIVE, on));
    MenuButton sort = menuButton("imageSort", "mdi2s-sort-variant", "images.sort");
    fillOnShow(sort, this::orders);
    HBox row = new HBox(search, choose, sort);
    row.getStyleClass().add("image-search");
    return row;
  }

  private MenuButton menuButton(String id, String icon, String key) {
    MenuButton button = new MenuButton();
    button.setId(id);
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "no-arrow");
    button.accessibleTextProperty().bind(texts.observe(key));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.observe(key));
    button.setTooltip(tip);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** A menu that is empty never opens, so that it is filled before it is asked to. */
  private static void fillOnShow(MenuButton button, Supplier<List<MenuItem>> items) {
    button.getItems().setAll(items.get());
    button.addEventHandler(MenuButton.ON_SHOWING, e -> button.getItems().setAll(items.get()));
  }

  private List<MenuItem> choices() {
    MenuItem clear = new MenuItem(texts.get("images.clear"));
    clear.setOnAction(e -> model.clear());
    return List.of(
        menu("images.state", model.states()),
        menu("images.split", model.splits()),
        menu("images.class", model.classes()),
        new SeparatorMenuItem(),
        clear);
  }

  private Menu menu(String key, List<Choice> choices) {
    Menu menu = new Menu(texts.get(key));
    menu.getItems().setAll(choices.stream().map(ImageListView::item).toList());
    return menu;
  }

  private static MenuItem item(Choice choice) {
    RadioMenuItem item = new RadioMenuItem(choice.text());
    item.setMnemonicParsing(false);
    item.setSelected(choice.chosen());
    item.setOnAction(e -> choice.choose().run());
    return item;
  }

  private List<MenuItem> orders() {
    return Arrays.stream(ImageSort.values()).flatMap(this::order).toList();
  }

  private Stream<MenuItem> order(ImageSort sort) {
    RadioMenuItem item = new RadioMenuItem(texts.get("images.sort." + sort.name()));
    item.setSelected(model.sortProperty().get() == sort);
    item.setOnAction(e -> model.sortProperty().set(sort));
    return Stream.of(item);
  }

  private HBox countRow() {
    Label count = new Label();
    count.setId("imageCount");
    count.textProperty().bind(model.countProperty());
    count.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    count.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(count, Priority.ALWAYS);
    Button clear = new Button();
    clear.textProperty().bind(texts.observe("images.clear"));
    clear.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    clear.setMinWidth(Region.USE_PREF_SIZE);
    clear.setOnAction(e -> model.clear());
    clear.visibleProperty().bind(model.choosyProperty());
    clear.managedProperty().bind(clear.visibleProperty());
    HBox row = new HBox(count, clear);
    row.getStyleClass().add("image-count");
    return row;
  }

  private void chosen(@Nullable ImageLine line) {
    if (line != null && !following) {
      model.select(line);
    }
  }

  /** Marks the image that was asked for, whoever asked. */
  private void follow() {
    following = true;
    int place = model.selectedPlace();
    if (place < 0) {
      list.getSelectionModel().clearSelection();
    } else if (list.getSelectionModel().getSelectedIndex() != place) {
      list.getSelectionModel().select(place);
      scrollIntoView(place);
    }
    following = false;
  }

  /** Only as far as needed, so that the list stands still while one steps through it. */
  private void scrollIntoView(int place) {
    int rows = (int) Math.max(1, list.getHeight() / LINE_HEIGHT) - 1;
    int first = firstVisible();
    if (place < first || first < 0) {
      list.scrollTo(Math.max(0, place - 1));
    } else if (place >= first + rows) {
      list.scrollTo(Math.max(0, place - rows + 2));
    }
  }

  private int firstVisible() {
    return list.lookupAll(".list-cell").stream()
        .filter(LineCell.class::isInstance)
        .map(LineCell.class::cast)
        .filter(cell -> !cell.isEmpty() && cell.getBoundsInParent().getMaxY() > 1)
        .mapToInt(LineCell::getIndex)
        .min()
        .orElse(-1);
  }
}
