// Only the newest question counts: an older answer is broken off, and never painted over a newer one.
export class Beurt {
  #huidige = null;

  /** Runs `werk(signaal)`; gives undefined when a newer turn has begun in the meantime. */
  async neem(werk) {
    this.breekAf();
    const beurt = new AbortController();
    this.#huidige = beurt;
    try {
      const uitkomst = await werk(beurt.signal);
      return this.#huidige === beurt ? uitkomst : undefined;
    } catch (fout) {
      if (fout.name === "AbortError" || this.#huidige !== beurt) return undefined;
      throw fout;
    }
  }

  breekAf() {
    this.#huidige?.abort();
    this.#huidige = null;
  }
}
