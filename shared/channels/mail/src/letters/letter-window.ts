/** The window of a No. 10 envelope, the sheet folded in three. Source: Canada Post, Addressing Guidelines (window position) */
export const letterWindow = { x: 25, y: 54, width: 95, height: 27 } as const;
