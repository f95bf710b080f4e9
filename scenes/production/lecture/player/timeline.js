/* The line below the picture: a piece for each beat, and a handle that can be drawn along it. */

class Timeline {
  #chapter = null;
  #fills = [];

  constructor(player) {
    this.player = player;
    this.range = find("scrub");
    this.range.addEventListener("input", () => player.seek(Number(this.range.value)));
    player.listen(() => this.draw());
    preferences.listen(() => this.draw());
  }

  draw() {
    const { player } = this;
    const { beat, chapter, frame } = player;
    if (chapter !== this.#chapter) this.#lay(chapter);
    chapter.beats.forEach((each, index) => {
      const share = (frame - each.first + (player.at === "start" ? 0 : 1)) / (each.last - each.first + 1);
      this.#fills[index].style.transform = `scaleX(${Math.min(1, Math.max(0, share))})`;
      this.#fills[index].parentElement.classList.toggle("current", each === beat);
    });
    if (document.activeElement !== this.range || Number(this.range.value) !== frame) this.range.value = frame;
    const [time, length] = [seconds(frame), seconds(chapterFrames(chapter))].map(clock);
    this.range.setAttribute("aria-valuetext", say("position_text", { time, length, ...numbers(beat) }));
    this.range.style.setProperty("--share", frame / Math.max(1, chapterEnd(chapter)));
    find("clock").textContent = `${time} / ${length}`;
    find("beat-label").textContent = labelOf(beat);
    find("beat-label").title = labelOf(beat);
  }

  #lay(chapter) {
    this.#chapter = chapter;
    this.range.max = chapterEnd(chapter);
    this.#fills = chapter.beats.map(() => make("i"));
    const pieces = chapter.beats.map((beat, index) => {
      const piece = make("span", {}, this.#fills[index]);
      piece.style.flexGrow = beat.last - beat.first + 1;
      return piece;
    });
    find("segments").replaceChildren(...pieces);
  }
}
