// The number of a form that no desk numbered, the one that an address names, and the short reference made from a form's number.

/** Makes a UUIDv7, as the desk does. */
export function newNumber() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let now = Date.now();
  for (let at = 5; at >= 0; at -= 1) {
    bytes[at] = now % 256;
    now = Math.floor(now / 256);
  }
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Gives the reference to say aloud until the desk gives the real one: `P 482 913`, from the last digits of the number. */
export function provisionalOf(number) {
  const six = String(BigInt(`0x${number.slice(-12)}`) % 1_000_000n).padStart(6, '0');
  return `P\u00a0${six.slice(0, 3)}\u00a0${six.slice(3)}`;
}

/** Gives the number that an address names after its `#`; undefined for any other place in a page. */
export function numberNamed() {
  return /^#([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(location.hash)?.[1];
}
