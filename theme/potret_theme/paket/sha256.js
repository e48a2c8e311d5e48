/* SHA-256 (FIPS 180-4) piece by piece, for files too large for the browser's own, and where file:// has none. */
(() => {
  "use strict";
  const primes = [];
  for (let number = 2; primes.length < 64; number += 1) if (primes.every((prime) => number % prime)) primes.push(number);
  const fraction = (value) => ((value - Math.floor(value)) * 2 ** 32) | 0;
  const K = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
  const START = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

  class Sha256 {
    constructor() {
      this.state = START.slice();
      this.words = new Int32Array(64);
      this.rest = new Uint8Array(0);
      this.bytes = 0;
    }

    add(chunk) {
      this.bytes += chunk.length;
      let data = chunk;
      if (this.rest.length) {
        data = new Uint8Array(this.rest.length + chunk.length);
        data.set(this.rest);
        data.set(chunk, this.rest.length);
      }
      const whole = data.length - (data.length % 64);
      const view = new DataView(data.buffer, data.byteOffset, data.length);
      for (let at = 0; at < whole; at += 64) this.block(view, at);
      this.rest = data.slice(whole);
      return this;
    }

    block(view, at) {
      const w = this.words;
      for (let i = 0; i < 16; i += 1) w[i] = view.getInt32(at + 4 * i);
      for (let i = 16; i < 64; i += 1) {
        const x = w[i - 15];
        const y = w[i - 2];
        const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        w[i] = (w[i - 16] + low + w[i - 7] + high) | 0;
      }
      let [a, b, c, d, e, f, g, h] = this.state;
      for (let i = 0; i < 64; i += 1) {
        const big = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
        const one = (h + big + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
        const small = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
        const two = (small + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
      }
      [a, b, c, d, e, f, g, h].forEach((value, i) => (this.state[i] = (this.state[i] + value) | 0));
    }

    hex() {
      const bits = this.bytes * 8;
      const end = new Uint8Array((this.rest.length < 56 ? 64 : 128) - this.rest.length);
      end[0] = 0x80;
      const view = new DataView(end.buffer);
      view.setUint32(end.length - 8, Math.floor(bits / 2 ** 32));
      view.setUint32(end.length - 4, bits >>> 0);
      this.add(end);
      return Array.from(this.state, (value) => (value >>> 0).toString(16).padStart(8, "0")).join("");
    }
  }

  window.PotretSha256 = Sha256;
})();
