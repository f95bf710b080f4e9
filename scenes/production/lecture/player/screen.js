/* The screen: a video for each chapter that was wanted so far, one above the other.  What is in front
   stays there until its successor shows the right picture, so that nothing flashes. */

class Screen {
  #sources = new Map();
  #front = null;
  #wish = 0; // counts what was asked for: an answer that comes too late is dropped
  #unwatch = () => {};

  constructor(box, still) {
    this.box = box;
    this.still = still;
  }

  #source(chapter) {
    if (!this.#sources.has(chapter)) {
      const source = new Source(chapter);
      this.#sources.set(chapter, source);
      this.box.append(source.video);
    }
    return this.#sources.get(chapter);
  }

  /* Load a chapter that will soon be wanted. */
  expect(chapter) {
    if (chapter) this.#source(chapter);
  }

  /* Show a frame; returns whether it is on screen now, and nothing else was asked for meanwhile. */
  async show(chapter, frame) {
    const wish = ++this.#wish;
    this.pause();
    const source = this.#source(chapter);
    await source.seek(frame);
    if (wish !== this.#wish) return false;
    for (const other of this.#sources.values()) other.video.classList.toggle("front", other === source);
    this.#front = source;
    this.release();
    return true;
  }

  /* Play on from what is shown. */
  async play(speed, tell) {
    const { video } = this.#front;
    this.#unwatch();
    this.#unwatch = watchFrames(video, tell);
    video.playbackRate = speed;
    await video.play();
  }

  setSpeed(speed) {
    if (this.#front) this.#front.video.playbackRate = speed;
  }

  pause() {
    this.#unwatch();
    this.#unwatch = () => {};
    this.#front?.video.pause();
  }

  /* Lay a still over the video. */
  hold(path) {
    const address = asset(path);
    if (this.still.getAttribute("src") !== address) this.still.src = address;
    this.still.hidden = false;
  }

  release() {
    this.still.hidden = true;
  }
}
