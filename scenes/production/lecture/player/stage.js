/* The stage: the picture with its caption, and what lies over it when it does not play. */

class Stage {
  #said = null;

  constructor(player) {
    this.player = player;
    player.listen(() => this.draw());
    preferences.listen(() => this.draw());
    find("cover").addEventListener("click", (event) => {
      event.stopPropagation();
      this.player.play();
    });
    find("motion").addEventListener("click", (event) => {
      event.stopPropagation();
      this.player.replay();
    });
    find("frame").addEventListener("click", () => this.player.lecture ? this.player.step() : this.#toggle());
    find("blank").addEventListener("click", () => this.blank());
  }

  draw() {
    this.#drawCaption();
    this.#drawCover();
    this.#drawMotion();
    this.#drawFault();
    find("waiting").hidden = this.player.settled || this.player.playing;
    find("still").alt = find("still").hidden ? "" : labelOf(this.player.beat);
  }

  /* Dark, until anything is done. */
  blank(dark = find("blank").hidden) {
    find("blank").hidden = !dark;
  }

  #toggle() {
    if (this.player.playing) this.player.pause();
    else this.player.play();
  }

  #drawCaption() {
    const { player } = this;
    const wanted = preferences.captions !== "off" && (player.settled || player.playing);
    // in a lecture the next beat has not begun to speak while it waits
    const silent = !player.begun || (player.lecture && player.at === "start" && !player.playing);
    const said = wanted && !silent ? captionAt(player.beat, player.frame) : null;
    const text = said ? said.text[preferences.captions] : "";
    if (text === this.#said) return; // so that it is read out once
    this.#said = text;
    const line = find("caption");
    line.lang = TAGS[preferences.captions] ?? "";
    line.textContent = text;
  }

  /* Before anything was played, the film invites with a picture of what is to come. */
  #drawCover() {
    const { player } = this;
    const cover = find("cover");
    cover.hidden = player.begun || player.lecture || player.playing;
    if (cover.hidden) return;
    find("cover-picture").src = asset(player.chapter.poster);
    find("cover-title").textContent = inLanguage(player.chapter.title);
    find("cover-length").textContent = clock(seconds(chapterFrames(player.chapter)));
  }

  #drawMotion() {
    const { player } = this;
    find("motion").hidden = !preferences.stills || player.playing || Boolean(player.fault) || !find("cover").hidden;
  }

  #drawFault() {
    const { fault, chapter } = this.player;
    const notice = find("notice");
    if (fault) {
      const able = document.createElement("video").canPlayType('video/mp4; codecs="avc1.640028"');
      notice.textContent = able ? say("no_file", { file: chapter.video }) : say("no_video");
      notice.dataset.fault = "yes";
      notice.hidden = false;
    } else if (notice.dataset.fault) {
      delete notice.dataset.fault;
      notice.hidden = true;
    }
  }
}

let noticeEnds = 0;

/* Say something on the picture for a while; those who do not see it hear it. */
function announce(text) {
  const notice = find("notice");
  notice.textContent = text;
  notice.hidden = false;
  clearTimeout(noticeEnds);
  noticeEnds = setTimeout(() => (notice.hidden = true), 6000);
}
