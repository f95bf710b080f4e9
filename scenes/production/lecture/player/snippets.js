/* What an author copies: the lines that show a clip, one function for each kind of document. */

const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

const oneLine = (text) => text.replace(/\s*\n\s*/g, " ");

const joined = (folder, file) => (folder ? `${folder.replace(/\/+$/, "")}/${file}` : file);

/* "clip" has stem (without its folder), link (for the player), title (one line), width, height. */
const snippets = {
  iframe(clip, folder) {
    const query = new URLSearchParams({ embed: "", captions: preferences.captions, lang: preferences.language, theme: preferences.theme });
    const page = joined(folder, `${isSingle ? "index-single.html" : "index.html"}?${query}#${clip.link}`);
    return `<iframe src="${escaped(page)}"\n  title="${escaped(clip.title)}" width="960" height="600"\n  style="border: 0; max-width: 100%" allow="fullscreen" loading="lazy"></iframe>\n`;
  },

  video(clip, folder) {
    const file = (ending) => escaped(joined(folder, `plain/${clip.stem}${ending}`));
    const tracks = Object.entries({ en: "English", zh: film.words.chinese.zh }).map(([language, name]) => {
      const chosen = language === preferences.captions ? " default" : "";
      const tag = TAGS[language];
      return `  <track kind="captions" srclang="${tag}" label="${name}" src="${file(`.${tag}.vtt`)}"${chosen}>\n`;
    });
    return `<video controls playsinline preload="metadata" width="960" title="${escaped(clip.title)}"\n  poster="${file(".png")}">\n  <source src="${file(".mp4")}" type="video/mp4">\n${tracks.join("")}</video>\n`;
  },

  quarto(clip, folder) {
    const title = clip.title.replace(/"/g, "'");
    return `{{< video ${joined(folder, `captioned/${clip.stem}.mp4`)} title="${title}" aspect-ratio="16x9" >}}\n`;
  },

  myst(clip, folder) {
    return `:::{figure} ${joined(folder, `captioned/${clip.stem}.*`)}\n:alt: ${clip.title}\n\n${clip.title}\n:::\n`;
  },

  jupyter(clip, folder) {
    const file = JSON.stringify(joined(folder, `captioned/${clip.stem}.mp4`));
    return `from IPython.display import Video\n\nVideo(${file}, embed=True, width=960,\n      html_attributes="controls muted loop playsinline")\n`;
  },
};
