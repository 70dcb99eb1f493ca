// What belongs to the screen and must not be printed; what must stay.
() => {
  const shown = (element) => element !== null && element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
  const faults = [];
  for (const selector of [".topbar .search", ".topbar form", "nav.column", ".public-nav", ".public-end form", ".public-end a.btn", ".menu-link", ".skip", "#content button", "#content form.search"]) {
    for (const element of document.querySelectorAll(selector)) {
      if (shown(element)) {
        faults.push(`printed: ${selector}`);
        break;
      }
    }
  }
  if (!shown(document.querySelector("h1"))) {
    faults.push("the title is not printed");
  }
  if (!document.body.classList.contains("screen") && ![...document.querySelectorAll(".sample")].some(shown)) {
    faults.push("示例数据 is not printed");
  }
  return faults;
}
