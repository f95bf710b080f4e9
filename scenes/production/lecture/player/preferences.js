/* What the viewer chose: from the address (for embedding), from last time, or as the film is. */

const CAPTIONS = ["off", "en", "zh"];
const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2];
const SHELF = "mixing-lecture-player";

const asked = new URLSearchParams(location.search);

const wantsLittleMotion = matchMedia("(prefers-reduced-motion: reduce)");

class Preferences extends Signal {
  constructor() {
    super();
    const kept = { ...this.#remembered(), ...Object.fromEntries(asked) };
    const choose = (value, valid, otherwise) => (valid.includes(value) ? value : otherwise);
    this.captions = choose(kept.captions, CAPTIONS, film.language);
    this.language = choose(kept.lang, ["en", "zh"], film.language);
    this.theme = choose(kept.theme, ["night", "paper"], film.theme);
    this.speed = choose(Number(kept.speed), SPEEDS, 1);
    this.stills = wantsLittleMotion.matches;
  }

  set(changes) {
    Object.assign(this, changes);
    const { captions, language: lang, theme, speed } = this;
    try {
      localStorage.setItem(SHELF, JSON.stringify({ captions, lang, theme, speed }));
    } catch {
      // a browser may forbid it: then it lasts as long as the page
    }
    this.tell();
  }

  #remembered() {
    try {
      return JSON.parse(localStorage.getItem(SHELF)) ?? {};
    } catch {
      return {};
    }
  }
}

const preferences = new Preferences();
wantsLittleMotion.addEventListener?.("change", () =>
  preferences.set({ stills: wantsLittleMotion.matches }),
);
