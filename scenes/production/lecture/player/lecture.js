/* Lecture mode: the picture fills the window, the film stops after each beat, and the controls are
   there only while the mouse moves or a control has the focus. */

const IDLE = 2500; // milliseconds

class Lecture {
  #idle = 0;

  constructor(player) {
    this.player = player;
    document.addEventListener("mousemove", () => this.#wake());
    document.addEventListener("focusin", () => this.#wake());
    document.addEventListener("touchstart", () => this.#wake(), { passive: true });
    player.listen(() => this.draw());
    preferences.listen(() => this.draw());
  }

  toggle(lecture = !this.player.lecture) {
    if (lecture === this.player.lecture) return;
    this.player.setLecture(lecture);
    this.#wake();
    if (lecture) window.scrollTo(0, 0);
    else if (document.fullscreenElement) document.exitFullscreen();
  }

  draw() {
    const { lecture } = this.player;
    document.body.classList.toggle("lecture", lecture);
    // the surroundings of the picture are of its own colour
    if (lecture) find("player").dataset.theme = film.theme;
    else delete find("player").dataset.theme;
    const button = find("lecture");
    button.setAttribute("aria-pressed", lecture);
    icon(button, lecture ? "leave" : "lecture");
    button.title = say(lecture ? "lecture_leave" : "lecture_hint");
  }

  #wake() {
    document.body.classList.remove("idle");
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => document.body.classList.add("idle"), IDLE);
  }
}
