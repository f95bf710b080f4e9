/* Searching and copying: what a page that is only read can do without. */

const find = (id) => document.getElementById(id);
const things = [...document.querySelectorAll("[data-words]")];
const groups = [...document.querySelectorAll(".group")];
const seen = (element) => !element.hidden && !element.closest("[hidden]");

function search() {
  const wanted = find("wanted").value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const each of things) each.hidden = !wanted.every((word) => each.dataset.words.includes(word));
  for (const group of groups) group.hidden = !group.querySelector("[data-words]:not([hidden])");
  const count = things.filter(seen).length;
  const told = find("search").dataset.found.replace("{count}", count).replace("{all}", things.length);
  find("found").textContent = wanted.length ? told : "";
}

/* A link into what the search hides ends the search. */
function reveal() {
  const target = find(decodeURIComponent(location.hash.slice(1)));
  if (!target || seen(target)) return;
  find("wanted").value = "";
  search();
  target.scrollIntoView();
}

async function copy(button, code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code); // a browser that offers no clipboard here
    document.execCommand("copy");
  }
  const { copy, copied } = find("told").dataset;
  button.firstChild.data = copied;
  find("told").textContent = copied;
  setTimeout(() => {
    button.firstChild.data = copy;
    find("told").textContent = "";
  }, 2000);
}

for (const snippet of document.querySelectorAll(".snippet")) {
  const button = document.createElement("button"), name = document.createElement("span");
  button.type = "button";
  name.className = "unseen";
  name.textContent = ` ${snippet.querySelector("code").textContent}`;
  button.append(find("told").dataset.copy, name);
  button.addEventListener("click", () => copy(button, snippet.querySelector("pre code")));
  snippet.querySelector("figcaption").append(button);
}

find("search").hidden = false;
find("search").addEventListener("submit", (event) => event.preventDefault());
find("wanted").addEventListener("input", search);
addEventListener("hashchange", reveal);
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.matches("input")) return;
  event.preventDefault();
  find("wanted").focus();
});
search();
