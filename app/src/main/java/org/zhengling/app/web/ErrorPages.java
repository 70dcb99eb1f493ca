package org.zhengling.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.WithoutWords;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Actor;
import org.zhengling.platform.audit.Audit;

/** What a person reads when something was refused or failed; never a stack trace. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private static final String REFUSAL = ErrorPages.class.getName() + ".refusal";

  private final Frames frames;
  private final DataSize largest;
  private final Audit audit;

  ErrorPages(
      Frames frames,
      @Value("${spring.servlet.multipart.max-file-size}") DataSize largest,
      Audit audit) {
    this.audit = audit;
    this.frames = frames;
    this.largest = largest;
  }

  /** Ends a request before any page is reached, with the page of this refusal. */
  static void send(
      HttpServletRequest request, HttpServletResponse response, int status, Refusal refusal)
      throws IOException {
    request.setAttribute(REFUSAL, refusal);
    response.sendError(status);
  }

  static Refusal tooLarge(DataSize largest) {
    return new Refusal(
        Refusal.Kind.CALLER,
        "没有上传。文件太大，最多 " + largest.toMegabytes() + " MB。",
        "什么都没有改动。",
        "请拆成几个文件，或只留正文再上传。");
  }

  @ExceptionHandler
  ModelAndView refused(Refusal refusal, HttpServletRequest request) {
    record(refusal, request.getMethod(), request.getRequestURI());
    HttpStatus status =
        switch (refusal.kind()) {
          case CALLER ->
              request.getMethod().equals("POST")
                  ? HttpStatus.UNPROCESSABLE_CONTENT
                  : HttpStatus.BAD_REQUEST;
          case CONFLICT -> HttpStatus.CONFLICT;
          case RIGHTS -> HttpStatus.FORBIDDEN;
          case ABSENT -> HttpStatus.NOT_FOUND;
          case OUTSIDE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    return page(request, status.value(), refusal, null);
  }

  /**
   * What a post may not do was tried: that is an act. A stranger has none, and would fill a disk.
   */
  private void record(Refusal refusal, String method, String path) {
    boolean known =
        switch (Actor.current()) {
          case Actor.Official official -> true;
          case Actor.Citizen citizen -> true;
          case Actor.Stranger stranger -> false;
          case Actor.Program program -> false;
        };
    if (refusal.kind() == Refusal.Kind.RIGHTS && known) {
      audit.recordAlone(
          Act.of(ActKind.REFUSED_PAGE, method + " " + path).refused(refusal.happened()));
    }
  }

  @ExceptionHandler
  ModelAndView misfilled(Misfilled misfilled, HttpServletRequest request) {
    Refusal refusal =
        new Refusal(
            Refusal.Kind.CALLER,
            "没有保存。" + String.join("", misfilled.problems().values()),
            "什么都没有改动。",
            "请退回上一页，改好再送。");
    return page(request, HttpStatus.UNPROCESSABLE_CONTENT.value(), refusal, null);
  }

  @ExceptionHandler
  @Nullable ModelAndView failed(Exception problem, HttpServletRequest request) {
    // Whoever went on to another page reads no answer, and nothing is wrong.
    if (DisconnectedClientHelper.isClientDisconnectedException(problem)) {
      return null;
    }
    if (problem instanceof ErrorResponse known
        && !(problem instanceof MaxUploadSizeExceededException)
        && known.getStatusCode().is4xxClientError()) {
      return page(request, known.getStatusCode().value(), null, null);
    }
    if (problem instanceof TypeMismatchException
        || (problem instanceof MultipartException
            && !(problem instanceof MaxUploadSizeExceededException))) {
      return page(request, HttpStatus.BAD_REQUEST.value(), null, null);
    }
    return fault(problem, request);
  }

  /** What failed outside of any page: unknown addresses, refused forms, faults of a filter. */
  @RequestMapping("/error")
  ModelAndView outside(HttpServletRequest request) {
    if (request.getAttribute(REFUSAL) instanceof Refusal refusal) {
      Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
      record(refusal, request.getMethod(), String.valueOf(failed));
      return page(request, status(request), refusal, null);
    }
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (thrown instanceof Throwable problem) {
      return fault(problem, request);
    }
    return page(request, status(request), null, null);
  }

  private static int status(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status instanceof Integer code ? code : HttpStatus.NOT_FOUND.value();
  }

  private ModelAndView fault(Throwable problem, HttpServletRequest request) {
    // Such a form is not read at all; who notices first depends on what is asked of it.
    boolean endless =
        problem instanceof InvalidParameterException unread
            && unread.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value();
    if (endless || request.getContentLengthLong() > largest.toBytes()) {
      return page(request, HttpStatus.CONTENT_TOO_LARGE.value(), tooLarge(largest), null);
    }
    if (problem instanceof InvalidParameterException unread) {
      return page(request, unread.getErrorCode(), null, null);
    }
    String reference = RequestNumber.of(request);
    LOG.atError().setCause(new WithoutWords(problem)).log("A page failed: {}", reference);
    return page(request, HttpStatus.INTERNAL_SERVER_ERROR.value(), null, reference);
  }

  private ModelAndView page(
      HttpServletRequest request, int status, @Nullable Refusal refusal, @Nullable String number) {
    ModelAndView page = new ModelAndView("error");
    page.setStatus(HttpStatusCode.valueOf(status));
    page.addObject("frame", frames.of(request));
    page.addObject("status", status);
    page.addObject("what", refusal == null ? null : refusal.happened());
    page.addObject("kept", refusal == null ? null : refusal.kept());
    page.addObject("todo", refusal == null ? null : refusal.todo());
    page.addObject("reference", number);
    return page;
  }
}
