/* The player: which beat is shown, where in it, and whether it runs.
   "at" is "start" (nothing of the beat was played), "inside", or "end" (its last frame is held). */

class Player extends Signal {
  beat = film.beats[0];
  at = "start";
  frame = 0;
  playing = false;
  lecture = false;
  looping = false;
  begun = false; // something was played or sought
  settled = false; // the screen shows what is meant
  fault = null;
  #turn = 0; // counts changes of mind: what an earlier one began is dropped

  constructor(screen) {
    super();
    this.screen = screen;
  }

  /* Whether the film stops at the end of the beat: embedded in a page, it shows what it was asked for. */
  get stops() {
    return this.lecture || this.looping || asked.has("embed");
  }

  get chapter() {
    return this.beat.chapter;
  }

  /* Show where a beat starts or ends, and stand still there. */
  async go(beat, at = "start") {
    const turn = this.#stand({ beat, at, frame: at === "end" ? beat.last : beat.first });
    if (preferences.stills && at === "end") this.screen.hold(beat.still);
    return this.#show(turn);
  }

  /* Show a frame of this chapter; what ran goes on running from there. */
  async seek(frame, chapter = this.chapter) {
    const wasPlaying = this.playing;
    const beat = beatAt(chapter, frame);
    const at = frame === beat.first ? "start" : frame === beat.last ? "end" : "inside";
    const turn = this.#stand({ beat, at, frame });
    if ((await this.#show(turn)) && wasPlaying) this.play();
  }

  async play() {
    if (this.playing || this.fault) return;
    if (this.at === "end") return this.#playNext();
    const turn = ++this.#turn;
    Object.assign(this, { playing: true, at: "inside", begun: true });
    this.tell();
    const shown = this.settled || (await this.#show(turn));
    if (shown && turn === this.#turn) await this.#run(turn);
  }

  async #playNext() {
    if (this.looping) return this.replay();
    const next = film.beats[this.beat.order + 1] ?? film.beats[0];
    // in the same chapter the picture simply runs on
    if (next.chapter !== this.chapter || next.order === 0) await this.go(next);
    else Object.assign(this, { beat: next, at: "start", frame: next.first });
    return this.play();
  }

  async #run(turn) {
    if (this.frame === this.beat.first) this.#prepare();
    try {
      await this.screen.play(preferences.speed, (frame) => turn === this.#turn && this.#reach(frame));
    } catch {
      if (turn === this.#turn) this.pause(); // the browser wants a key or a click first
    }
  }

  #prepare() {
    new Image().src = asset(this.beat.still); // at hand when the beat ends
    if (this.beat.last === chapterEnd(this.chapter)) this.screen.expect(film.chapters[this.chapter.place + 1]);
  }

  #reach(frame) {
    const end = this.stops ? this.beat.last : chapterEnd(this.chapter);
    if (frame >= end) return this.#arrive(frame > end && frame !== Infinity);
    if (frame < this.frame && this.frame - frame < 2) return undefined; // the frame it started from
    this.frame = frame;
    const beat = beatAt(this.chapter, frame);
    if (beat !== this.beat) {
      this.beat = beat;
      this.#prepare();
    }
    return this.tell();
  }

  async #arrive(late) {
    const beat = this.stops ? this.beat : this.chapter.beats.at(-1);
    const next = film.beats[beat.order + 1];
    if (late) this.screen.hold(beat.still);
    const turn = this.#stand({ beat, at: "end", frame: beat.last });
    if (!(await this.#show(turn))) return;
    if (this.looping) this.replay();
    else if (!this.stops && next) this.play();
  }

  pause() {
    if (!this.playing) return;
    this.screen.pause();
    const turn = this.#stand({ beat: this.beat, at: this.at, frame: this.frame });
    this.#show(turn);
  }

  async replay() {
    if (await this.go(this.beat)) await this.play();
  }

  /* The step of a lecture: play a beat, or show at once how it ends. */
  step() {
    if (this.playing) return this.go(this.beat, "end");
    const next = this.at === "end" ? film.beats[this.beat.order + 1] : this.beat;
    if (!next) return announce(say("the_end"));
    this.begun = true;
    return preferences.stills || this.fault ? this.go(next, "end") : this.play();
  }

  /* Back to the stop before: how the last beat ended. */
  stepBack() {
    const steps = this.at === "start" ? 2 : 1;
    const stop = film.beats[this.beat.order - steps];
    if (stop) return this.go(stop, "end");
    if (this.at === "start" && this.beat.order === 0) announce(say("the_beginning"));
    return this.go(film.beats[0]);
  }

  setLecture(lecture) {
    this.lecture = lecture;
    this.tell();
  }

  setLooping(looping) {
    this.looping = looping;
    this.tell();
  }

  #stand(place) {
    this.screen.pause();
    Object.assign(this, place, { playing: false, settled: false });
    if (place.at !== "start" || place.beat.number > 1) this.begun = true; // else a poster invites
    this.#turn += 1;
    this.tell();
    return this.#turn;
  }

  async #show(turn) {
    let shown = false;
    try {
      shown = await this.screen.show(this.chapter, this.frame);
      if (shown) this.fault = null;
    } catch (error) {
      if (turn !== this.#turn) return false;
      this.fault = error ?? new Error(this.chapter.video);
      this.screen.hold(this.beat.still);
      shown = true;
    }
    if (!shown || turn !== this.#turn) return false;
    this.settled = true;
    this.tell();
    return !this.fault;
  }
}
