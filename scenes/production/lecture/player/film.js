/* The film: chapters and beats as the page brings them.  Frames are counted from 0 in each chapter;
   "first" and "last" of a beat both belong to it. */

const film = JSON.parse(document.getElementById("film").textContent);

film.beats = film.chapters.flatMap((chapter, place) => {
  chapter.place = place;
  chapter.beats.forEach((beat, index) => Object.assign(beat, { chapter, number: index + 1 }));
  return chapter.beats;
});
film.beats.forEach((beat, order) => {
  beat.order = order;
  beat.link = `${beat.chapter.name}/${beat.name}`;
});

/* The middle of a frame: a time that no rounding moves into its neighbour. */
const middle = (frame) => (frame + 0.5) / film.fps;

const seconds = (frame) => frame / film.fps;

const chapterEnd = (chapter) => chapter.beats[chapter.beats.length - 1].last;

const chapterFrames = (chapter) => chapterEnd(chapter) + 1;

function beatAt(chapter, frame) {
  return chapter.beats.find((beat) => frame <= beat.last) ?? chapter.beats[chapter.beats.length - 1];
}

/* The caption that stands at a frame of a beat, if any. */
function captionAt(beat, frame) {
  const time = (frame - beat.first + 0.5) / film.fps;
  return beat.captions.find((said) => said.start <= time && time < said.end);
}

/* 75 -> "1:15" */
function clock(time) {
  const whole = Math.floor(time + 1e-6);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
