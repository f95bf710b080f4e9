/* The contents: chapters with their lengths, the beats of the one that is shown, and the shelf of
   posters below. */

class Contents {
  #beats = new Map();
  #chapters = new Map();
  #cards = new Map();

  constructor(player) {
    this.player = player;
    find("contents").append(...film.chapters.map((chapter) => this.#entry(chapter)));
    find("shelf").append(...film.chapters.map((chapter) => this.#card(chapter)));
    player.listen(() => this.draw());
    preferences.listen(() => {
      this.#write();
      this.draw();
    });
    this.#write();
  }

  #entry(chapter) {
    const head = make("button", { type: "button", class: "chapter", onclick: () => this.#play(chapter.beats[0]) });
    this.#chapters.set(chapter, head);
    const beats = chapter.beats.map((beat) => {
      const button = make("button", { type: "button", onclick: () => this.#play(beat) });
      this.#beats.set(beat, button);
      return make("li", {}, button);
    });
    return make("li", {}, head, make("ol", {}, ...beats));
  }

  #card(chapter) {
    const button = make("button", { type: "button", onclick: () => this.#play(chapter.beats[0]) });
    this.#cards.set(chapter, button);
    return make("li", {}, button);
  }

  async #play(beat) {
    const still = preferences.stills;
    if ((await this.player.go(beat, still ? "end" : "start")) && !still) await this.player.play();
  }

  #write() {
    for (const [chapter, head] of this.#chapters) {
      const length = clock(seconds(chapterFrames(chapter)));
      const title = inLanguage(chapter.title);
      head.replaceChildren(make("b", {}, title), make("time", {}, length));
      const picture = make("img", { src: asset(chapter.poster), alt: "", loading: "lazy" });
      const about = say("beats_count", { count: chapter.beats.length, length });
      this.#cards.get(chapter).replaceChildren(picture, make("b", {}, title), make("span", {}, about));
    }
    for (const [beat, button] of this.#beats) {
      const begins = make("time", {}, clock(seconds(beat.first)));
      button.replaceChildren(make("i", {}, `${beat.number}`), make("span", {}, labelOf(beat)), begins);
    }
  }

  draw() {
    const { beat, chapter } = this.player;
    for (const [each, head] of this.#chapters) head.parentElement.classList.toggle("open", each === chapter);
    for (const [each, card] of this.#cards) {
      if (each === chapter) card.setAttribute("aria-current", "true");
      else card.removeAttribute("aria-current");
    }
    markCurrent(this.#beats.values(), this.#beats.get(beat), find("pane-contents"));
  }
}
