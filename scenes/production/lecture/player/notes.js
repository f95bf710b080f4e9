/* The speaker's notes: in the panel, and in a second window that this page writes into. */

function notesOf(beat, heading) {
  const title = make(heading, {}, labelOf(beat));
  const place = make("p", { class: "count" }, say("beat_number", numbers(beat)));
  const text = beat.notes ? inLanguage(beat.notes) : say("notes_none");
  return [place, title, make("p", { class: beat.notes ? "note" : "note none" }, text)];
}

class Notes {
  #beat = null;
  #language = null;

  constructor(player, keys) {
    this.player = player;
    this.desk = new NotesWindow(player, keys);
    find("notes-open").addEventListener("click", () => this.desk.open());
    player.listen(() => this.draw());
    preferences.listen(() => this.draw());
  }

  draw() {
    const { beat } = this.player;
    this.desk.draw();
    if (beat === this.#beat && preferences.language === this.#language) return;
    this.#beat = beat;
    this.#language = preferences.language;
    find("notes").replaceChildren(...notesOf(beat, "h2"));
  }
}
