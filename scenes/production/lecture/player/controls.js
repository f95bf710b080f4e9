/* The buttons below the picture, and the choices at the top of the page. */

class Controls {
  constructor(player, lecture) {
    this.player = player;
    const press = (id, action) => find(id).addEventListener("click", action);
    press("toggle", () => (player.playing ? player.pause() : player.lecture ? player.step() : player.play()));
    press("on", () => on(player));
    press("back", () => back(player));
    press("loop", () => player.setLooping(!player.looping));
    press("full", fullScreen);
    press("lecture", () => lecture.toggle());
    press("theme", turnTheme);
    for (const each of document.querySelectorAll("[data-interface]"))
      each.addEventListener("click", () => preferences.set({ language: each.dataset.interface }));
    this.#choose("captions", (value) => ({ captions: value }));
    find("speed").append(...SPEEDS.map((speed) => make("option", { value: speed }, `${speed}×`)));
    this.#choose("speed", (value) => ({ speed: Number(value) }));
    // after a click the keys belong to the film again; who came by keyboard stays
    document.addEventListener("click", (event) => {
      const button = event.target.closest?.("button");
      if (event.detail > 0 && button && !button.closest("dialog")) button.blur();
    });
    player.listen(() => this.draw());
    preferences.listen(() => this.draw());
  }

  #choose(id, change) {
    const select = find(id);
    select.addEventListener("change", () => preferences.set(change(select.value)));
  }

  draw() {
    const { player } = this;
    icon(find("toggle"), player.playing ? "pause" : "play");
    label(find("toggle"), say(player.playing ? "pause" : "play"));
    find("loop").setAttribute("aria-pressed", player.looping);
    find("captions").value = preferences.captions;
    find("speed").value = preferences.speed;
    document.documentElement.dataset.theme = preferences.theme;
    icon(find("theme"), preferences.theme === "night" ? "sun" : "moon");
    for (const each of document.querySelectorAll("[data-interface]"))
      each.setAttribute("aria-pressed", each.dataset.interface === preferences.language);
  }
}

/* On and back: in a lecture from stop to stop, else to where the next beat or the last one begins. */
async function on(player) {
  if (player.lecture) return player.step();
  return jump(player, film.beats[player.beat.order + 1]);
}

async function back(player) {
  if (player.lecture) return player.stepBack();
  const justBegun = player.frame - player.beat.first < film.fps;
  return jump(player, film.beats[player.beat.order - (justBegun ? 1 : 0)] ?? film.beats[0]);
}

/* Go to a beat; what ran goes on running there. */
async function jump(player, beat) {
  if (!beat) return announce(say("the_end"));
  const ran = player.playing;
  const shown = await player.go(beat, preferences.stills && !ran ? "end" : "start");
  if (ran && shown) return player.play();
  return undefined;
}

function turnTheme() {
  preferences.set({ theme: preferences.theme === "night" ? "paper" : "night" });
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else find("player").requestFullscreen?.().catch(() => {});
}
