// Words that are too small for the elder version: body text below 22 px, anything below 18 px.
() => {
  if (document.body.classList.contains("screen")) {
    return []; // The big screen hangs on a wall and has sizes of its own.
  }
  const faults = [];
  if (!document.documentElement.classList.contains("elder")) {
    faults.push("not the elder version");
  }
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  if (size(document.body) < 22) {
    faults.push(`body text of ${size(document.body)} px`);
  }
  const small = new Set();
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const element = words.currentNode.parentElement;
    if (!words.currentNode.textContent.trim() || element.closest("script, style, .visually-hidden") || element.getClientRects().length === 0) {
      continue;
    }
    const drawing = element.closest("svg");
    const scale = drawing?.viewBox.baseVal?.width ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
    if (size(element) * scale < 17.95) {
      small.add(`${Math.round(size(element) * scale * 10) / 10} px: ${element.tagName}.${element.getAttribute("class")} ${words.currentNode.textContent.trim().slice(0, 20)}`);
    }
  }
  return [...faults, ...[...small].slice(0, 5)];
}
