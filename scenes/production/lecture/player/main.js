/* Put everything together. */

const player = new Player(new Screen(find("screen"), find("still")));
const stage = new Stage(player);
const lecture = new Lecture(player);
const embed = new Embed(player);

const after = (list, value, step) => list[(list.indexOf(value) + step + list.length) % list.length];
const speedBy = (step) => {
  const place = Math.min(SPEEDS.length - 1, Math.max(0, SPEEDS.indexOf(preferences.speed) + step));
  preferences.set({ speed: SPEEDS[place] });
};
const lit = (action) => () => (find("blank").hidden ? action() : stage.blank(false));

const keys = new Keys({
  play: lit(() => (player.lecture ? player.step() : player.playing ? player.pause() : player.play())),
  on: lit(() => on(player)),
  back: lit(() => back(player)),
  replay: lit(() => player.replay()),
  loop: () => player.setLooping(!player.looping),
  first: () => player.go(film.beats[0]),
  last: () => player.go(film.beats.at(-1)),
  captions: () => preferences.set({ captions: after(CAPTIONS, preferences.captions, 1) }),
  slower: () => speedBy(-1),
  faster: () => speedBy(1),
  lecture: () => lecture.toggle(),
  leave: () => lecture.toggle(false),
  full: fullScreen,
  notes: () => notes.desk.open(),
  blank: () => stage.blank(),
  theme: turnTheme,
  motion: () => {
    preferences.set({ stills: !preferences.stills });
    announce(say(preferences.stills ? "stills_on" : "stills_off"));
  },
  help: () => find("help").showModal(),
});
const notes = new Notes(player, keys);
const link = new Link(player);

new Timeline(player);
new Controls(player, lecture);
new Contents(player);
new Transcript(player);
new Tabs();

/* Tell those who do not see the picture where it stopped. */
let told = "";
player.listen(() => {
  if (!player.settled || player.playing || !player.begun) return;
  const text = say("stopped", numbers(player.beat));
  if (text !== told) find("status").textContent = told = text;
});

preferences.listen(() => player.screen.setSpeed(preferences.speed));
preferences.listen(sayEverything);
sayEverything();
if (asked.has("embed")) document.body.classList.add("embedded");
if (isSingle) document.querySelector("footer p").hidden = true; // its transcripts lie elsewhere
preferences.tell();
link.follow();
