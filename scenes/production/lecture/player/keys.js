/* The keys.  What a control wants for itself, it keeps. */

const KEYS = {
  " ": "play",
  k: "play",
  Enter: "on",
  ArrowRight: "on",
  PageDown: "on",
  n: "on",
  ArrowLeft: "back",
  PageUp: "back",
  Backspace: "back",
  p: "back",
  r: "replay",
  o: "loop",
  Home: "first",
  End: "last",
  c: "captions",
  "[": "slower",
  "]": "faster",
  l: "lecture",
  Escape: "leave",
  f: "full",
  s: "notes",
  b: "blank",
  ".": "blank",
  t: "theme",
  m: "motion",
  "?": "help",
};
const EXPLAINED = [
  ["space", "key_play"],
  ["→  Page Down  N", "key_on"],
  ["←  Page Up  P", "key_back"],
  ["R", "key_replay"],
  ["O", "key_loop"],
  ["Home  End", "key_ends"],
  ["C", "key_captions"],
  ["[  ]", "key_speed"],
  ["L", "key_lecture"],
  ["F", "key_full"],
  ["S", "key_notes"],
  ["B", "key_blank"],
  ["T", "key_theme"],
  ["M", "key_motion"],
];

class Keys {
  constructor(actions) {
    this.actions = actions;
    addEventListener("keydown", (event) => this.press(event));
    find("help-open").addEventListener("click", () => find("help").showModal());
    preferences.listen(() => this.#explain());
    this.#explain();
  }

  press(event) {
    const action = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
    if (!action || event.ctrlKey || event.metaKey || event.altKey || this.#isTaken(event)) return;
    if (event.repeat && !["on", "back"].includes(action)) return event.preventDefault();
    event.preventDefault();
    return this.actions[action]();
  }

  /* A field takes every key, a list its arrows, a button Space and Enter. */
  #isTaken(event) {
    if (find("help").open || find("embed").open) return true;
    const wants = (names) => event.target.closest?.(names);
    if (wants("textarea, input:not([type=range])")) return true;
    if (wants("select, input[type=range]")) return !/^(PageUp|PageDown|Escape|[a-z?.[\]])$/i.test(event.key);
    return [" ", "Enter"].includes(event.key) && Boolean(wants("button, a, summary"));
  }

  #explain() {
    const rows = EXPLAINED.flatMap(([key, meaning]) => {
      const names = key === "space" ? [say("space")] : key.split("  ");
      return [make("dt", {}, ...names.map((name) => make("kbd", {}, name))), make("dd", {}, say(meaning))];
    });
    find("key-list").replaceChildren(...rows);
  }
}
