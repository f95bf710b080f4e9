/* Something that others listen to: it tells that it changed, and they look for themselves. */

class Signal {
  #listeners = [];

  listen(listener) {
    this.#listeners.push(listener);
  }

  tell() {
    for (const listener of this.#listeners) listener();
  }
}
