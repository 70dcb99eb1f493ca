package org.zhengling.platform.access;

import org.springframework.stereotype.Component;
import org.zhengling.platform.access.store.People;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;

/**
 * Records who signed in and out, and what failed. A name that nobody has leaves its digest alone.
 */
@Component
class SignInRecord {
  private final Audit audit;
  private final CurrentPost current;
  private final People people;

  SignInRecord(Audit audit, CurrentPost current, People people) {
    this.audit = audit;
    this.current = current;
    this.people = people;
  }

  /** Hands the answer on; half a sign-in is none yet. */
  SignInAnswer of(String how, String name, SignInAnswer answer) {
    switch (answer) {
      case SignInAnswer.Welcome welcome ->
          welcome
              .signedIn()
              .call(() -> {
                audit.recordAlone(Act.of(ActKind.SIGN_IN, how));
                return answer;
              });
      case SignInAnswer.Wrong wrong -> failed(how, name, "用户名、密码或动态码不对");
      case SignInAnswer.Locked locked -> failed(how, name, "连续失败，已暂停");
      case SignInAnswer.AddressPaused paused -> failed(how, name, "这个地址失败太多，已暂停");
      case SignInAnswer.WithoutPost without -> failed(how, name, "今天没有岗位");
      case SignInAnswer.CodeAwaited awaited -> {}
      case SignInAnswer.EnrolmentAwaited awaited -> {}
      case SignInAnswer.Forgotten forgotten -> {}
    }
    return answer;
  }

  private void failed(String how, String name, String why) {
    Act act = Act.of(ActKind.SIGN_IN, how).carrying(name).refused(why);
    audit.recordAlone(
        people.bySignInName(name).map(person -> act.concerning(person.id())).orElse(act));
  }

  void changedPost(Post post) {
    audit.recordAlone(Act.of(ActKind.SWITCH_POST, "换到" + post.title()));
  }

  /** A browser whose session was over already signs nobody out. */
  void signedOut() {
    if (current.current().isPresent()) {
      audit.recordAlone(Act.of(ActKind.SIGN_OUT, ""));
    }
  }
}
