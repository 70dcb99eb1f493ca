// What a page lacks for those who do not see it, one sentence each.
() => {
  const faults = [];
  const shown = (element) => element.getClientRects().length > 0;
  const outline = (element) => element.outerHTML.slice(0, 120);
  const named = (element) =>
    Boolean(
      element.getAttribute("aria-label")?.trim() ||
        (element.getAttribute("aria-labelledby") || "")
          .split(/\s+/)
          .some((id) => id && document.getElementById(id)?.textContent.trim()),
    );
  const hidden = (element) => element.closest("[aria-hidden=true]") !== null;

  if (document.documentElement.lang !== "zh-CN") {
    faults.push("lang is " + document.documentElement.lang);
  }
  if (!document.title.trim()) {
    faults.push("no title");
  }
  const headings = [...document.querySelectorAll("h1")].filter(shown);
  if (headings.length !== 1 || !headings[0].textContent.trim()) {
    faults.push(headings.length + " h1");
  }
  const focusable = document.querySelector("a[href], button, input:not([type=hidden]), select, textarea, [tabindex='0']");
  if (!document.body.classList.contains("screen") && !focusable.matches(".skip[href='#content']")) {
    faults.push("the skip link is not first: " + outline(focusable));
  }
  if (document.querySelector("#content") === null || document.querySelectorAll("main").length !== 1) {
    faults.push("no single main under #content");
  }
  for (const field of document.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (!named(field) && ![...(field.labels || [])].some((label) => label.textContent.trim())) {
      faults.push("no label: " + outline(field));
    }
  }
  for (const act of document.querySelectorAll("button, a[href]")) {
    if (shown(act) && !act.textContent.trim() && !named(act)) {
      faults.push("no name: " + outline(act));
    }
  }
  for (const drawing of document.querySelectorAll("img:not([alt]), svg")) {
    if (!hidden(drawing) && drawing.closest("[role=img][aria-label]") === null && !named(drawing)) {
      faults.push("neither hidden nor named: " + outline(drawing));
    }
  }
  for (const table of document.querySelectorAll("table")) {
    if (!table.caption?.textContent.trim() && !named(table)) {
      faults.push("a table without a caption: " + outline(table));
    }
    for (const head of table.querySelectorAll("th")) {
      if (!head.scope) {
        faults.push("a head without scope: " + outline(head));
      }
    }
  }
  for (const element of document.querySelectorAll("[tabindex]")) {
    if (element.tabIndex > 0) {
      faults.push("a positive tabindex: " + outline(element));
    }
  }
  const seen = new Set();
  for (const element of document.querySelectorAll("[id]")) {
    if (seen.has(element.id)) {
      faults.push("twice the same id: " + element.id);
    }
    seen.add(element.id);
  }
  return faults;
}
