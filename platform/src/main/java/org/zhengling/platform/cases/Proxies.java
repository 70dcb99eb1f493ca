package org.zhengling.platform.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who acts for an applicant (帮办代办): named with identity, relation and the document that says so;
 * all of it stands sealed in the action.
 */
@Component
public class Proxies {
  private static final int LONGEST_NAME = 60;
  private static final JsonMapper JSON = new JsonMapper();

  private final CaseSteps steps;
  private final Documents documents;
  private final CurrentPost current;

  Proxies(CaseSteps steps, Documents documents, CurrentPost current) {
    this.steps = steps;
    this.documents = documents;
    this.current = current;
  }

  /**
   * A person who acts for the applicant.
   *
   * @param relation to the applicant, Chinese: 女儿, 村协理员
   * @param document the authorisation, a paper of this case
   */
  public record Proxy(String name, IdNumber number, String phone, String relation, long document) {
    /** Never prints who it is. */
    @Override
    public String toString() {
      return "proxy by document " + document;
    }
  }

  /** Names who acts from now on; whoever did before does so no more. */
  @Transactional
  public void name(long caseFile, UUID form, Proxy proxy) {
    requireCounter();
    CaseFile file = steps.lock(caseFile);
    refuseMisfilled(file, proxy);
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("name", proxy.name().strip());
    payload.put("number", proxy.number().text());
    payload.put("phone", proxy.phone().strip());
    payload.put("relation", proxy.relation().strip());
    payload.put("document", proxy.document());
    Deed deed = Deed.of(OfficeAct.PROXY_NAMED, form, JSON.writeValueAsString(payload));
    if (!steps.done(file, deed)) {
      steps.step(file, deed, file.standing());
    }
  }

  /** Nobody acts for the applicant any more. */
  @Transactional
  public void end(long caseFile, UUID form) {
    requireCounter();
    CaseFile file = steps.lock(caseFile);
    Deed deed = Deed.of(OfficeAct.PROXY_ENDED, form, "{}");
    if (steps.done(file, deed)) {
      return;
    }
    if (of(caseFile).isEmpty()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有结束。这件现在没有代办人。", "不用再做什么。");
    }
    steps.step(file, deed, file.standing());
  }

  /** Who acts for the applicant now; empty where nobody does. */
  public Optional<Proxy> of(long caseFile) {
    Optional<Proxy> proxy = Optional.empty();
    for (CaseAction action : steps.actions(steps.file(caseFile))) {
      if (action.kind().equals(OfficeAct.PROXY_NAMED.kind())) {
        proxy = Optional.of(read(action));
      } else if (action.kind().equals(OfficeAct.PROXY_ENDED.kind())) {
        proxy = Optional.empty();
      }
    }
    return proxy;
  }

  private static Proxy read(CaseAction action) {
    JsonNode payload = JSON.readTree(action.payload());
    if (!(IdNumber.read(payload.path("number").asString()) instanceof IdNumber number)) {
      throw new IllegalStateException("Maybe a proxy of a later version: action " + action.seq());
    }
    return new Proxy(
        payload.path("name").asString(),
        number,
        payload.path("phone").asString(),
        payload.path("relation").asString(),
        payload.path("document").asLong());
  }

  private void requireCounter() {
    SignedIn by = current.require();
    if (!by.post().may(Permission.HANDLE_CASE)) {
      current.require(Permission.ACCEPT_CASE);
    }
  }

  /** All that is wrong at once. */
  private void refuseMisfilled(CaseFile file, Proxy proxy) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (proxy.name().isBlank() || proxy.name().strip().length() > LONGEST_NAME) {
      problems.put("name", "请写代办人的姓名，最多 60 个字。");
    }
    if (proxy.relation().isBlank() || proxy.relation().strip().length() > LONGEST_NAME) {
      problems.put("relation", "请写代办人和申请人的关系，如“女儿”“村协理员”。");
    }
    List<Long> papers = documents.of(file.id()).stream().map(Document::id).toList();
    if (!papers.contains(proxy.document())) {
      problems.put("document", "请先上传授权书，再从本案的材料里选它。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
  }
}
