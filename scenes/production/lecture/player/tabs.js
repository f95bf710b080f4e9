/* The tabs of the panel: one is open; arrows go from one to the next. */

class Tabs {
  constructor() {
    this.tabs = [...document.querySelectorAll("[role=tab]")];
    for (const tab of this.tabs) {
      tab.addEventListener("click", () => this.open(tab));
      tab.addEventListener("keydown", (event) => this.#walk(event, tab));
    }
  }

  #walk(event, tab) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation(); // here the arrows do not move the film
    const next = this.tabs.at((this.tabs.indexOf(tab) + step) % this.tabs.length);
    this.open(next);
    next.focus();
  }

  open(chosen) {
    for (const tab of this.tabs) {
      const isOpen = tab === chosen;
      tab.setAttribute("aria-selected", isOpen);
      tab.tabIndex = isOpen ? 0 : -1;
      const pane = find(tab.getAttribute("aria-controls"));
      pane.hidden = !isOpen;
      const current = pane.querySelector("[aria-current]");
      if (isOpen && current) bringIntoSight(current, pane);
    }
  }
}
