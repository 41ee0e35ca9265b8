package org.maskwright.app.text;

import java.util.Locale;

/** The languages of the window. */
public enum Language {
  ENGLISH("en", "English"),
  CHINESE("zh-CN", "简体中文"),
  KOREAN("ko", "한국어");

  private final String tag;
  private final String ownName;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** The name by which its speakers find it, whatever the window speaks now. */
  public String ownName() {
    return ownName;
  }

  /** The language that fits a locale; English where none does. */
  public static Language of(Locale wanted) {
    for (Language language : values()) {
      if (language.locale().getLanguage().equals(wanted.getLanguage())) {
        return language;
      }
    }
    return ENGLISH;
  }
}
