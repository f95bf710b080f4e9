/* Where a file of the pack is to be had: beside this page, or, in the page that holds everything,
   inside it.  What is inside is unpacked when it is first wanted. */

const unpacked = new Map();

const isSingle = Boolean(document.querySelector("script[data-file]"));

function asset(path) {
  const inside = document.querySelector(`script[data-file="${path}"]`);
  if (!inside) return path;
  if (!unpacked.has(path)) {
    const letters = atob(inside.textContent);
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const blob = new Blob([bytes], { type: inside.dataset.type });
    unpacked.set(path, URL.createObjectURL(blob));
    inside.textContent = ""; // not twice in memory
  }
  return unpacked.get(path);
}
