package org.zhengling.platform.field;

import java.util.List;
import org.zhengling.platform.access.SignedIn;

/**
 * A kind of form that is filled on the spot: a home survey, an inspection. A programme offers it as
 * a bean; the platform brings it to a phone and back.
 */
public interface FieldForm {
  /** What records of this kind are called in addresses: lower-case letters and hyphens. */
  String kind();

  /**
   * What this post has to do on the spot now, and nothing else. A record is taken only for a task
   * that stands in this list at that moment; reading personal data is recorded here.
   */
  List<FieldTask> tasks(SignedIn by);

  /** Keeps a photograph of a task; the same bytes twice are kept once. Gives its digest (SM3). */
  String keepPhoto(FieldTask task, byte[] photo, SignedIn by);

  /**
   * Carries out what was recorded, in the transaction that notes the record: both happen or
   * neither.
   *
   * @return what happened, one Chinese sentence
   */
  String accept(FieldTask task, FieldRecord record, SignedIn by);
}
