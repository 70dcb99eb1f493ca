package org.zhengling.engine.law;

/** A clause anywhere: the full number of its document and its path, {@code 济政字〔2020〕53号 二(三)7}. */
public record ClauseId(String document, ClausePath path) {
  @Override
  public String toString() {
    return document + " " + path;
  }
}
