/* The address bar: it names the beat that is shown, and what it names is shown. */

class Link {
  #written = "";

  constructor(player) {
    this.player = player;
    addEventListener("hashchange", () => this.follow());
    player.listen(() => this.#write());
  }

  /* Show what the address names; what it names wrongly is said, and the nearest shown. */
  follow() {
    const link = decodeURIComponent(location.hash.slice(1));
    if (!link) return this.player.go(film.beats[0]);
    const [name, beatName] = link.split("/");
    const chapter = film.chapters.find((each) => each.name === name);
    const found = beatName ? chapter?.beats.find((each) => each.name === beatName) : chapter?.beats[0];
    const beat = found ?? chapter?.beats[0] ?? film.beats[0];
    if (!found) announce(say("unknown_link", { link, title: inLanguage(beat.chapter.title) }));
    const held = found && history.state?.link === link && history.state.at === "end";
    return this.player.go(beat, held ? "end" : "start");
  }

  #write() {
    const { beat, at, begun, playing } = this.player;
    if (!begun || (at === "inside" && !playing)) return;
    const state = { link: beat.link, at: at === "end" ? "end" : "start" };
    const written = JSON.stringify(state);
    if (written === this.#written) return;
    this.#written = written;
    try {
      history.replaceState(state, "", `#${beat.link}`);
    } catch {
      // an embedding page may forbid it: then the address stays as it was
    }
  }
}
