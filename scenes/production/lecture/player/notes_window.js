/* The second window: notes large enough to read while standing, what is said, what comes next, and
   how long the lecture has run.  Its keys and buttons move the film. */

const NOTES_NAME = "mixing-notes";

class NotesWindow {
  #window = null;
  #since = null;
  #drawn = "";

  constructor(player, keys) {
    this.player = player;
    this.keys = keys;
    setInterval(() => this.#tick(), 1000);
    addEventListener("pagehide", () => this.#part());
  }

  get isOpen() {
    return Boolean(this.#window && !this.#window.closed);
  }

  open() {
    this.#window = this.#take();
    if (!this.#window) return announce(say("notes_blocked"));
    this.#since ??= Date.now();
    this.#furnish(this.#window.document);
    this.#drawn = "";
    this.draw();
    this.#window.focus();
    return undefined;
  }

  /* The window that an earlier load of this page opened is taken over.  From a disk the browser
     forbids that: then it gives way to a new one. */
  #take() {
    const size = "popup,width=760,height=620";
    const found = window.open("", NOTES_NAME, size);
    try {
      return found?.document && found;
    } catch {
      found.close();
      return window.open("", `${NOTES_NAME}-${Date.now()}`, size);
    }
  }

  #furnish(paper) {
    paper.open();
    paper.write("<!doctype html><html><head><meta charset=utf-8><title></title></head><body></body></html>");
    paper.close();
    for (const style of document.querySelectorAll("style")) paper.head.append(paper.importNode(style, true));
    paper.body.className = "notes-window";
    paper.addEventListener("keydown", (event) => this.keys.press(event));
  }

  draw() {
    if (!this.isOpen) return;
    const paper = this.#window.document;
    const { beat, frame } = this.player;
    const said = captionAt(beat, frame);
    const drawn = [beat.link, preferences.language, preferences.theme, said?.start].join();
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    paper.title = say("notes_title");
    paper.documentElement.lang = TAGS[preferences.language];
    paper.documentElement.dataset.theme = preferences.theme;
    paper.body.replaceChildren(this.#top(), this.#middle(beat, said), this.#next(beat));
    this.#tick();
  }

  #top() {
    const button = (key, action, sign) =>
      make("button", { type: "button", class: "lecture-switch", onclick: action, title: say(key) }, sign);
    return make("header", {}, make("time", { id: "elapsed" }), 
      make("div", {}, button("back", () => back(this.player), "←"), button("on", () => on(this.player), "→")));
  }

  #middle(beat, said) {
    const lines = beat.captions.map((each) =>
      make("p", { class: each === said ? "line now" : "line" }, inLanguage(each.text).replace("\n", preferences.language === "zh" ? "" : " ")));
    return make("main", {}, ...notesOf(beat, "h1"), make("h2", {}, say("notes_said")), ...lines);
  }

  #next(beat) {
    const next = film.beats[beat.order + 1];
    if (!next) return make("footer", {}, make("p", {}, say("the_end")));
    const picture = make("img", { src: new URL(asset(next.still), document.baseURI).href, alt: "" });
    const title = make("p", {}, make("small", {}, say("notes_next")), make("b", {}, labelOf(next)));
    return make("footer", {}, picture, title);
  }

  #tick() {
    const face = this.isOpen && this.#window.document.getElementById("elapsed");
    if (face) face.textContent = clock((Date.now() - this.#since) / 1000);
  }

  /* This page goes: say so in the window, which nobody moves any more. */
  #part() {
    if (!this.isOpen) return;
    this.#window.document.body.replaceChildren(make("main", {}, make("p", { class: "note" }, say("notes_lost"))));
  }
}
