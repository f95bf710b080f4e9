/* Tell each frame of a playing video as it appears.  Returns a function that ends it. */

function watchFrames(video, tell) {
  let watching = true;
  const now = () => Math.floor(video.currentTime * film.fps + 0.01);
  const safely = (frame) => watching && tell(frame);

  const byPicture = (_, picture) => {
    safely(Math.round(picture.mediaTime * film.fps));
    if (watching) video.requestVideoFrameCallback(byPicture);
  };
  const byClock = () => {
    safely(now());
    if (watching) requestAnimationFrame(byClock);
  };
  if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(byPicture);
  else requestAnimationFrame(byClock);

  // a page in the background draws nothing, but its time goes on
  const anyway = () => (document.hidden || video.ended) && safely(video.ended ? Infinity : now());
  video.addEventListener("timeupdate", anyway);
  video.addEventListener("ended", anyway);
  return () => {
    watching = false;
    video.removeEventListener("timeupdate", anyway);
    video.removeEventListener("ended", anyway);
  };
}
