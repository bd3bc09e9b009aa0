export const readingFi = {} as const;
