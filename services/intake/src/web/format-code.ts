/** Groups a six-digit code by three, as it is read more surely. */
export function formatCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
