/* The transcript: all that is said.  It follows the film, and a click goes there. */

class Transcript {
  #lines = [];

  constructor(player) {
    this.player = player;
    this.box = find("pane-transcript");
    player.listen(() => this.draw());
    preferences.listen(() => this.#write());
    this.#write();
  }

  get language() {
    return preferences.captions === "off" ? preferences.language : preferences.captions;
  }

  #write() {
    if (this.written === this.language) return;
    this.written = this.language;
    this.#lines = [];
    const parts = film.chapters.flatMap((chapter) => [
      make("h2", {}, chapter.title[this.language]),
      ...chapter.beats.map((beat) => make("p", {}, ...beat.captions.map((said) => this.#line(beat, said)))),
    ]);
    const text = find("transcript");
    text.lang = TAGS[this.language];
    text.replaceChildren(...parts);
    this.draw();
  }

  #line(beat, said) {
    const frame = beat.first + Math.ceil(said.start * film.fps - 1e-6);
    const words = said.text[this.language].replace("\n", this.language === "zh" ? "" : " ");
    const button = make("button", { type: "button", onclick: () => this.player.seek(frame, beat.chapter) }, words);
    this.#lines.push({ beat, said, button });
    return button;
  }

  draw() {
    const { beat, frame } = this.player;
    const said = captionAt(beat, frame);
    const current = this.#lines.find((line) => line.beat === beat && line.said === said);
    markCurrent(this.#lines.map((line) => line.button), current?.button, this.box);
  }
}
