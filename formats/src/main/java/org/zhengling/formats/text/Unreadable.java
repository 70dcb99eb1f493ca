package org.zhengling.formats.text;

import org.zhengling.engine.Refusal;

/** How it is said that a file gives no text. Nothing was kept, so nothing is said of that. */
final class Unreadable {
  private Unreadable() {}

  static Refusal because(String happened, String todo) {
    return new Refusal(Refusal.Kind.CALLER, "没有读成。" + happened, todo);
  }

  static Refusal empty() {
    return because("文件是空的，没有文字。", "请选一个有文字的文件。");
  }

  /** A file whose parts grow out of all proportion, as no office writes them. */
  static Refusal bomb(String what) {
    return because("这个文件解开后" + what + "，不像正常的公文，没有再往下读。", "请用 Word 或 WPS 打开核对，另存一份再试。");
  }

  static Refusal damaged(String what) {
    return because("这个 " + what + " 文件已经损坏，读不完整。", "请重新下载或请发文单位重发；能打开的话，另存一份再试。");
  }
}
