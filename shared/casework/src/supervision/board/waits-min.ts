/** Of fewer cases no wait is told, neither exact nor as a median: chance would speak, and who came then may be known. */
export const waitsMin = 5;
