/* The dialog that offers the snippets for what is on screen. */

const PLACES = { iframe: "<iframe>", video: "<video>", quarto: "Quarto", myst: "MyST, Jupyter Book", jupyter: "Jupyter" };

class Embed {
  constructor(player) {
    this.player = player;
    const places = isSingle ? ["iframe"] : Object.keys(PLACES);
    find("embed-where").append(...places.map((place) => make("option", { value: place }, PLACES[place])));
    find("embed-folder").value = this.#folder();
    for (const id of ["embed-what", "embed-where", "embed-folder"])
      find(id).addEventListener("input", () => this.draw());
    find("embed-open").addEventListener("click", () => this.open());
    find("copy").addEventListener("click", () => this.#copy());
    preferences.listen(() => this.draw());
  }

  open() {
    this.player.pause();
    this.draw();
    find("embed").showModal();
  }

  /* From a server, the address of this page; from a disk, the name of its folder. */
  #folder() {
    const parts = location.href.split(/[?#]/)[0].split("/").slice(0, -1);
    return /^https?:$/.test(location.protocol) ? parts.join("/") : decodeURIComponent(parts.at(-1) ?? "");
  }

  draw() {
    const { beat, chapter } = this.player;
    const isBeat = find("embed-what").value === "beat";
    const title = isBeat ? `${inLanguage(chapter.title)}: ${labelOf(beat)}` : inLanguage(chapter.title);
    const clip = { stem: (isBeat ? beat : chapter).stem, link: isBeat ? beat.link : chapter.name, title: oneLine(title) };
    const place = find("embed-where").value;
    find("snippet").value = snippets[place](clip, find("embed-folder").value.trim());
    find("embed-hint").textContent = say(isSingle ? "embed_single_hint" : `embed_${place}_hint`);
    find("copy").textContent = say("copy");
  }

  async #copy() {
    const text = find("snippet");
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      document.execCommand("copy"); // pages without TLS have no other way
    }
    find("copy").textContent = say("copied");
  }
}
