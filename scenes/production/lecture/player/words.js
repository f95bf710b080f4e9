/* What the page says, in the language that was chosen. */

const TAGS = film.languages; // as HTML and WebVTT call them

const inLanguage = (text) => text[preferences.language];

function say(key, values = {}) {
  return inLanguage(film.words[key]).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/* A beat is called by its own title, or else by what is said first in it. */
const labelOf = (beat) => inLanguage(beat.label);

const numbers = (beat) => ({ number: beat.number, count: beat.chapter.beats.length, label: labelOf(beat) });

function label(element, text) {
  element.setAttribute("aria-label", text);
  element.title = text;
}

/* Put the words into every element that names them. */
function sayEverything() {
  document.documentElement.lang = TAGS[preferences.language];
  document.title = inLanguage(film.title);
  document.getElementById("title").textContent = inLanguage(film.title);
  document.getElementById("example").textContent = inLanguage(film.example);
  for (const each of document.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say);
  for (const each of document.querySelectorAll("[data-label]")) label(each, say(each.dataset.label));
  for (const each of document.querySelectorAll("[data-hint]")) each.title = say(each.dataset.hint);
  for (const each of document.querySelectorAll("[data-label-only]"))
    each.setAttribute("aria-label", say(each.dataset.labelOnly));
}

document.getElementById("chinese").textContent = film.words.chinese.zh;
for (const each of document.querySelectorAll("[data-chinese]")) each.textContent = film.words.chinese.zh;
