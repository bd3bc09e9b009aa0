export const readingEn = {} as const;
