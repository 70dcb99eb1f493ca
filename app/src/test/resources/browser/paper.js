// What belongs to the screen and must not be printed; what must stay.
() => {
  const shown = (element) =>
    element !== null && [...element.getClientRects()].some((box) => box.width > 0 && box.height > 0);
  const faults = [];
  for (const selector of ["nav.column", ".public-nav", ".menu-link", ".skip", "button", ".btn", "form.search"]) {
    if ([...document.querySelectorAll(selector)].some(shown)) {
      faults.push(`printed: ${selector}`);
    }
  }
  if (!shown(document.querySelector("h1"))) {
    faults.push("the title is not printed");
  }
  if (![...document.querySelectorAll(".sample")].some(shown)) {
    faults.push("示例数据 is not printed");
  }
  return faults;
}
