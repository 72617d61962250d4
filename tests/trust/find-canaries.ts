/** Gives those canaries that a dump holds: as they are in any case, or as hex, base64 or part of a URL. */
export function findCanaries(dump: string, canaries: readonly string[]): string[] {
  const lower = dump.toLowerCase();
  return canaries.filter((canary) => {
    const bytes = Buffer.from(canary);
    // The last group depends on what follows, so only whole groups are looked for.
    const base64 = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
    const folded = [canary, bytes.toString('hex'), encodeURIComponent(canary)].map((form) =>
      form.toLowerCase(),
    );
    return folded.some((form) => lower.includes(form)) || dump.includes(base64);
  });
}
