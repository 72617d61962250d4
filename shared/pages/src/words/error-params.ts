/** What a refusal's words may be filled with; never personal. */
export type ErrorParams = Readonly<Record<string, string | number>>;
