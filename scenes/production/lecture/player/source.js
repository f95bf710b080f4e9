/* The video of one chapter: it can be set to any frame, wherever it comes from. */

const PATIENCE = 300; // milliseconds for a picture to be drawn after the seek is done

class Source {
  #isWhole = false; // fetched as a whole: any place can be reached

  constructor(chapter) {
    this.chapter = chapter;
    this.video = make("video", { playsinline: "", preload: "auto", tabindex: "-1", "aria-hidden": "true" });
    this.video.disablePictureInPicture = true;
    this.ready = this.#load(asset(chapter.video));
    this.ready.catch(() => {}); // told when a frame is asked for
  }

  async #load(address) {
    this.video.src = address;
    await this.#hear("loadedmetadata");
    for (const track of this.video.textTracks) track.mode = "disabled"; // we show the captions
    const { seekable, duration } = this.video;
    const reach = seekable.length ? seekable.end(seekable.length - 1) : 0;
    if (reach < duration - 0.5) await this.#fetchWhole();
  }

  /* Some servers cannot send a part of a file; then nothing can be sought until all of it is here. */
  async #fetchWhole() {
    if (this.#isWhole || !/^https?:$/.test(location.protocol)) return false;
    this.#isWhole = true;
    const answer = await fetch(this.chapter.video);
    if (!answer.ok) throw new Error(this.chapter.video);
    const whole = URL.createObjectURL(await answer.blob());
    this.video.src = whole;
    await this.#hear("loadedmetadata");
    return true;
  }

  async seek(frame) {
    await this.ready;
    await this.#seekOnce(frame);
    const missed = Math.abs(this.video.currentTime - middle(frame)) > 0.6 / film.fps;
    if (missed && (await this.#fetchWhole())) await this.#seekOnce(frame);
  }

  async #seekOnce(frame) {
    const drawn = this.#drawn();
    const sought = this.#hear("seeked");
    this.video.currentTime = middle(frame);
    await sought;
    await drawn;
  }

  /* Resolves when the next picture stands on the screen. */
  #drawn() {
    return new Promise((done) => {
      this.video.requestVideoFrameCallback?.(done);
      this.video.addEventListener("seeked", () => setTimeout(done, PATIENCE), { once: true });
      if (!this.video.requestVideoFrameCallback) this.video.addEventListener("seeked", done, { once: true });
    });
  }

  #hear(name) {
    return new Promise((done, fail) => {
      if (this.video.error) fail(this.video.error);
      this.video.addEventListener(name, done, { once: true });
      this.video.addEventListener("error", () => fail(this.video.error), { once: true });
    });
  }
}
