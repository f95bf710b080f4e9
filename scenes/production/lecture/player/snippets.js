/* What an author copies: the lines that show a clip, one function for each kind of document. */

const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

const oneLine = (text) => text.replace(/\s*\n\s*/g, " ");

const joined = (folder, file) => (folder ? `${folder.replace(/\/+$/, "")}/${file}` : file);

/* A folder's name as an address has it; from a server it is one already. */
const encoded = (folder) => folder.split("/").map(encodeURIComponent).join("/").replace(/'/g, "%27");
const address = (folder, file) => joined(/^https?:/.test(folder) ? folder : encoded(folder), file);

/* As markdown.py does it, which says why. */
const inMarkdown = (text) =>
  text
    .trim()
    .replace(/[\\`*_{}[\]<>|~^$@#&]|-{2,}|\.{2,}|:(?=[A-Za-z0-9_+-]+:)|^[-+=:%(]/g, (signs) => signs.replace(/./g, "\\$&"))
    .replace(/^([\p{L}\p{N}]+)([.)])(?=\s|$)/u, "$1\\$2");

/* Where nothing can be escaped, the full-width form of a sign stands for it. */
const alike = (text, signs) => text.replace(signs, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const SHORTCODE = /["\\&<>{}`*_]/g;
const OPTION = /^[!-\/:-@[-`{-~]|:(?=\s|$)|#|\\/g; // YAML, or the line as it is: readers differ

/* "clip" has stem (without its folder), link (for the player), title (one line), width, height. */
const snippets = {
  iframe(clip, folder) {
    const query = new URLSearchParams({ embed: "", captions: preferences.captions, lang: preferences.language, theme: preferences.theme });
    const page = address(folder, `${isSingle ? "index-single.html" : "index.html"}?${query}#${clip.link}`);
    return `<iframe src="${escaped(page)}"\n  title="${escaped(clip.title)}" width="960" height="600"\n  style="border: 0; max-width: 100%" allow="fullscreen" loading="lazy"></iframe>\n`;
  },

  video(clip, folder) {
    const file = (ending) => escaped(address(folder, `plain/${clip.stem}${ending}`));
    const tracks = Object.entries({ en: "English", zh: film.words.chinese.zh }).map(([language, name]) => {
      const chosen = language === preferences.captions ? " default" : "";
      const tag = TAGS[language];
      return `  <track kind="captions" srclang="${tag}" label="${name}" src="${file(`.${tag}.vtt`)}"${chosen}>\n`;
    });
    return `<video controls playsinline preload="metadata" width="960" title="${escaped(clip.title)}"\n  poster="${file(".png")}">\n  <source src="${file(".mp4")}" type="video/mp4">\n${tracks.join("")}</video>\n`;
  },

  quarto(clip, folder) {
    return `{{< video ${address(folder, `captioned/${clip.stem}.mp4`)} title="${alike(clip.title, SHORTCODE)}" aspect-ratio="16x9" >}}\n`;
  },

  myst(clip, folder) {
    return `:::{figure} ${joined(folder, `captioned/${clip.stem}.*`)}\n:alt: ${alike(clip.title, OPTION)}\n\n${inMarkdown(clip.title)}\n:::\n`;
  },

  jupyter(clip, folder) {
    const file = JSON.stringify(joined(folder, `captioned/${clip.stem}.mp4`));
    return `from IPython.display import Video\n\nVideo(${file}, embed=True, width=960,\n      html_attributes="controls muted loop playsinline")\n`;
  },
};
