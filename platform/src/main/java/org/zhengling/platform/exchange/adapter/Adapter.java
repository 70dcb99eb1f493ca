package org.zhengling.platform.exchange.adapter;

import java.util.List;
import org.zhengling.platform.exchange.Enquiry;
import org.zhengling.platform.exchange.Source;
import org.zhengling.platform.exchange.Way;

/** Speaks to sources of one kind. It may be interrupted when its time is over. */
public interface Adapter {
  Way.Kind kind();

  /**
   * One try about one or many residents; all of them are named in the delivery, or it is broken.
   */
  Delivery ask(Source source, List<Enquiry.Subject> subjects) throws SourceFailure;
}
